package io.cliprelay.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.cliprelay.contracts.upload.UploadState;

/**
 * What became of the uploads: what the gateway tells, held against what the sandbox shows.
 *
 * @param duplicates live posts beyond the first of an upload
 * @param lost uploads without an outcome, neither a post nor a reason nor an open question that the product knows of
 * @param falselyPublished told to be published where no live post has these bytes
 * @param falselyFailed told to have failed, or cancelled, where a post is live
 * @param unconfirmed uploads of which the product says that it does not know
 * @param unexplained uploads that failed though nothing was wrong with them that would not pass
 * @param reasons how often each platform's uploads failed for which reason
 * @param findings one line for each that should not be
 */
record Verdict(
        int published,
        int failed,
        int duplicates,
        int lost,
        int falselyPublished,
        int falselyFailed,
        int unconfirmed,
        int unexplained,
        Map<String, Long> reasons,
        List<String> findings) {

    private static final Set<String> LIVE = Set.of("processing", "processed");
    private static final Pattern TOKEN = Pattern.compile("soak\\d+x");

    /**
     * One upload that was handed in.
     *
     * @param token part of its title
     * @param mayFail whether one of its faults is for good
     * @param told empty where the gateway knows none
     */
    record Handed(String token, String platform, String sha256, boolean mayFail, Optional<Told> told) {}

    /** The gateway's last word, and the reason where it gives one. */
    record Told(UploadState state, String reason) {}

    /** One post of the sandbox; {@code text} is all that it shows. */
    record Posted(String platform, String id, String text, String sha256, String state) {
        Optional<String> token() {
            Matcher found = TOKEN.matcher(text);
            return found.find() ? Optional.of(found.group()) : Optional.empty();
        }
    }

    /** The title's part that tells upload {@code number} from all others. */
    static String token(int number) {
        return "soak%06dx".formatted(number);
    }

    static Verdict of(List<Handed> uploads, List<Posted> posts) {
        Map<String, List<Posted>> live = posts.stream()
                .filter(post -> LIVE.contains(post.state()) && post.token().isPresent())
                .collect(Collectors.groupingBy(post -> post.token().orElseThrow()));
        List<Case> cases = uploads.stream()
                .map(upload -> new Case(upload, live.getOrDefault(upload.token(), List.of())))
                .toList();
        List<String> findings = new ArrayList<>();
        return new Verdict(
                count(cases, each -> each.is(UploadState.PUBLISHED) || each.is(UploadState.DRAFTED)),
                count(cases, Case::hasFailed),
                cases.stream()
                        .mapToInt(each -> noted(each, "posted more than once", each.surplus(), findings))
                        .sum(),
                noted(cases, "lost", Case::isLost, findings),
                noted(cases, "falsely told to be published", Case::isFalselyPublished, findings),
                noted(cases, "told to have failed, and is live", Case::isFalselyFailed, findings),
                noted(cases, "unconfirmed", each -> each.is(UploadState.UNCONFIRMED), findings),
                noted(cases, "failed without a cause that lasts", Case::isUnexplained, findings),
                cases.stream()
                        .filter(Case::hasFailed)
                        .collect(Collectors.groupingBy(Case::reason, TreeMap::new, Collectors.counting())),
                List.copyOf(findings));
    }

    private static int count(List<Case> cases, Predicate<Case> which) {
        return (int) cases.stream().filter(which).count();
    }

    private static int noted(List<Case> cases, String what, Predicate<Case> which, List<String> findings) {
        return cases.stream()
                .mapToInt(each -> noted(each, what, which.test(each) ? 1 : 0, findings))
                .sum();
    }

    private static int noted(Case each, String what, int times, List<String> findings) {
        if (times > 0) {
            findings.add("%s: %s, posts %s".formatted(what, each.upload(), each.posts()));
        }
        return times;
    }

    /** An upload and its live posts. */
    private record Case(Handed upload, List<Posted> posts) {

        boolean is(UploadState state) {
            return upload.told().filter(told -> told.state() == state).isPresent();
        }

        boolean hasFailed() {
            return is(UploadState.FAILED) || is(UploadState.CANCELLED);
        }

        int surplus() {
            return Math.max(0, posts.size() - 1);
        }

        String reason() {
            return upload.platform() + " " + upload.told().map(Told::reason).orElse("");
        }

        /** A failure without a reason is no outcome either. */
        boolean isLost() {
            return upload.told()
                    .filter(told -> told.state().terminal() || told.state() == UploadState.UNCONFIRMED)
                    .filter(told ->
                            told.state() != UploadState.FAILED || !told.reason().isEmpty())
                    .isEmpty();
        }

        boolean isFalselyPublished() {
            return is(UploadState.PUBLISHED)
                    && posts.stream()
                            .noneMatch(post -> post.platform().equals(upload.platform())
                                    && post.sha256().equals(upload.sha256()));
        }

        boolean isUnexplained() {
            return hasFailed() && !upload.mayFail();
        }

        boolean isFalselyFailed() {
            return hasFailed() && !posts.isEmpty();
        }
    }
}
