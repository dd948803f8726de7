package io.cliprelay.gateway.submission.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.TextFinding;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.account.Account;

/** Judges a submission as a whole, and names all that is wrong with it; plain functions. */
public final class SubmissionRules {

    private SubmissionRules() {}

    /** The verdict on {@code clip}. */
    public static Verdict judge(ClipSubmission clip, Surroundings around) {
        List<FieldError> beyondMeasure = SizeChecks.sizes(clip);
        return beyondMeasure.isEmpty() ? fields(clip, around) : new Verdict.Faulty(beyondMeasure);
    }

    private static Verdict fields(ClipSubmission clip, Surroundings around) {
        // Two targets may complain of one and the same field.
        Set<FieldError> errors = new LinkedHashSet<>(ofClip(clip, around));
        IntStream.range(0, clip.targets().size()).forEach(index -> errors.addAll(ofTarget(clip, index, around)));
        errors.addAll(repeated(clip, around));
        return errors.isEmpty() ? planned(clip, around) : new Verdict.Faulty(List.copyOf(errors));
    }

    /** Only a schedule that is sound otherwise can be held against its deadline. */
    private static Verdict planned(ClipSubmission clip, Surroundings around) {
        List<Timing> timings = around.staggering().timings(clip);
        return ScheduleChecks.deadline(clip.notAfter(), timings, around.now())
                .<Verdict>map(late -> new Verdict.Faulty(List.of(late)))
                .orElseGet(() ->
                        new Verdict.Sound(around.now(), title(clip), resolved(clip, timings, around), terms(clip)));
    }

    private static Verdict.Terms terms(ClipSubmission clip) {
        return new Verdict.Terms(clip.priority(), clip.notAfter(), Staggering.first(clip));
    }

    private static List<FieldError> ofClip(ClipSubmission clip, Surroundings around) {
        List<FieldError> errors = new ArrayList<>(MediaChecks.files(around));
        MediaChecks.digest(clip.sha256()).ifPresent(errors::add);
        boolean titled = !clip.targets().isEmpty()
                && clip.targets().stream().allMatch(target -> target.title().isPresent());
        if (!titled && clip.title().filter(text -> !text.isBlank()).isEmpty()) {
            errors.add(new TextFinding.Missing(TextPart.TITLE).error());
        }
        if (clip.targets().isEmpty()) {
            errors.add(new FieldError(
                    "/targets",
                    "targets.missing",
                    "The clip has no target.",
                    "Add \"targets\" with at least one, such as {\"platform\": \"youtube\"}."));
        }
        texts("", clip.title(), clip.description(), clip.tags()).forEach(errors::add);
        errors.addAll(ScheduleChecks.schedule(new Pointed<>("/schedule", clip.schedule()), around.now()));
        errors.addAll(StaggerChecks.stagger(clip, around.gap()));
        return errors;
    }

    private static List<FieldError> ofTarget(ClipSubmission clip, int index, Surroundings around) {
        Target target = clip.targets().get(index);
        String pointer = "/targets/" + index;
        List<FieldError> errors = new ArrayList<>();
        texts(pointer, target.title(), target.description(), target.tags().orElse(List.of()))
                .forEach(errors::add);
        errors.addAll(ScheduleChecks.schedule(new Pointed<>(pointer + "/schedule", target.schedule()), around.now()));
        Optional<PlatformDescriptor> platform = TargetResolution.platform(target, around);
        if (platform.isEmpty()) {
            errors.add(TargetChecks.unknownPlatform(
                    new Pointed<>(pointer + "/platform", target.platform()), around.platforms()));
            return errors;
        }
        errors.addAll(TargetChecks.content(clip, index, platform.get(), around));
        if (TargetResolution.account(target, around).isEmpty()) {
            String id = platform.get().platform();
            errors.add(TargetChecks.noAccount(
                    new Pointed<>(pointer + "/account", target.account()), id, around.accountsOn(id)));
        }
        return errors;
    }

    private static Stream<FieldError> texts(
            String pointer, Optional<String> title, Optional<String> description, List<String> tags) {
        Stream<Pointed<String>> tagTexts = IntStream.range(0, tags.size())
                .mapToObj(index -> new Pointed<>(pointer + "/tags/" + index, Optional.of(tags.get(index))));
        return Stream.concat(
                        Stream.of(
                                new Pointed<>(pointer + "/title", title),
                                new Pointed<>(pointer + "/description", description)),
                        tagTexts)
                .flatMap(text -> TextChecks.control(text).stream());
    }

    private static List<FieldError> repeated(ClipSubmission clip, Surroundings around) {
        Set<UUID> seen = new HashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < clip.targets().size(); index++) {
            Optional<Account> account = TargetResolution.account(clip.targets().get(index), around);
            if (account.isPresent() && !seen.add(account.get().id())) {
                errors.add(new FieldError(
                        "/targets/" + index,
                        "target.duplicate",
                        "The account \"%s\" is targeted twice."
                                .formatted(account.get().name()),
                        "Remove one of the two targets."));
            }
        }
        return errors;
    }

    private static String title(ClipSubmission clip) {
        return clip.title()
                .filter(title -> !title.isBlank())
                .or(() -> clip.targets().stream()
                        .flatMap(target -> target.title().stream())
                        .findFirst())
                .orElseThrow();
    }

    private static List<ResolvedTarget> resolved(ClipSubmission clip, List<Timing> timings, Surroundings around) {
        return IntStream.range(0, timings.size())
                .mapToObj(index -> resolved(clip, clip.targets().get(index), timings.get(index), around))
                .toList();
    }

    private static ResolvedTarget resolved(ClipSubmission clip, Target target, Timing timing, Surroundings around) {
        return new ResolvedTarget(
                TargetResolution.account(target, around).orElseThrow(),
                timing,
                content(clip, target, around),
                Optional.empty());
    }

    private static PostContent content(ClipSubmission clip, Target target, Surroundings around) {
        return new PostContent(
                around.media()
                        .flatMap(MediaChecks::usable)
                        .orElseThrow()
                        .declared(clip.sha256().map(digest -> digest.toLowerCase(Locale.ROOT))),
                target.title().or(clip::title).orElse(""),
                target.description().or(clip::description).orElse(""),
                target.tags().orElse(clip.tags()),
                target.privacy()
                        .orElseGet(() -> TargetResolution.privacy(
                                clip, TargetResolution.platform(target, around).orElseThrow())),
                around.thumbnail().flatMap(MediaChecks::usable),
                target.options());
    }
}
