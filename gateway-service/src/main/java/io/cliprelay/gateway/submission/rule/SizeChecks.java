package io.cliprelay.gateway.submission.rule;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.contracts.problem.FieldError;

/**
 * Refuses what is beyond all measure, whatever the platform: before anything is composed of it, because that takes the
 * time of others, and before it is stored, because an event has a largest size. Plain functions.
 */
final class SizeChecks {

    /** More accounts than any campaign has; each of them gets a copy of the texts. */
    static final int MOST_TARGETS = 100;

    /** Far more than any platform shows. */
    static final int MOST_TAGS = 500;

    private static final int MOST_OPTIONS = 100;

    /** Of title and description, in UTF-16 units: several times what the platforms take, for those who let it be cut. */
    static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_TAG = 1_000;

    /** Signed links are long, but this is what servers take of one. */
    static final int LONGEST_URI = 8_192;

    /** Of names, zones and the like. */
    private static final int LONGEST_NAME = 500;

    private SizeChecks() {}

    /** All that is too long or too many. */
    static List<FieldError> sizes(ClipSubmission clip) {
        List<FieldError> errors =
                new ArrayList<>(count("/targets", "targets", clip.targets().size(), MOST_TARGETS));
        errors.addAll(count("/stagger/order", "platforms", order(clip).size(), MOST_TARGETS));
        // Not one error for each of a million.
        if (errors.isEmpty()) {
            texts(clip).flatMap(Function.identity()).forEach(errors::add);
        }
        return errors;
    }

    private static Stream<Stream<FieldError>> texts(ClipSubmission clip) {
        return Stream.of(
                length("/media", clip.media().map(URI::toString), LONGEST_URI),
                length("/thumbnail", clip.thumbnail().map(URI::toString), LONGEST_URI),
                length("/title", clip.title(), LONGEST_TEXT),
                length("/description", clip.description(), LONGEST_TEXT),
                tags("", clip.tags()),
                schedule("", clip.schedule()),
                lengths("/stagger/order", order(clip), LONGEST_NAME),
                IntStream.range(0, clip.targets().size())
                        .boxed()
                        .flatMap(index ->
                                target("/targets/" + index, clip.targets().get(index))));
    }

    private static List<String> order(ClipSubmission clip) {
        return clip.stagger().map(ClipSubmission.Stagger::order).orElse(List.of());
    }

    private static Stream<FieldError> target(String pointer, Target target) {
        return Stream.of(
                        length(pointer + "/platform", target.platform(), LONGEST_NAME),
                        length(pointer + "/account", target.account(), LONGEST_NAME),
                        length(pointer + "/title", target.title(), LONGEST_TEXT),
                        length(pointer + "/description", target.description(), LONGEST_TEXT),
                        tags(pointer, target.tags().orElse(List.of())),
                        schedule(pointer, target.schedule()),
                        options(pointer + "/options", target.options()))
                .flatMap(Function.identity());
    }

    private static Stream<FieldError> tags(String pointer, List<String> tags) {
        List<FieldError> tooMany = count(pointer + "/tags", "tags", tags.size(), MOST_TAGS);
        return tooMany.isEmpty() ? lengths(pointer + "/tags", tags, LONGEST_TAG) : tooMany.stream();
    }

    private static Stream<FieldError> schedule(String pointer, Optional<Schedule> schedule) {
        return Stream.concat(
                length(pointer + "/schedule/local", schedule.flatMap(Schedule::local), LONGEST_NAME),
                length(pointer + "/schedule/zone", schedule.flatMap(Schedule::zone), LONGEST_NAME));
    }

    /** The pointer is to all of them: a name that is too long would make it so, too. */
    private static Stream<FieldError> options(String pointer, Map<String, String> options) {
        return Stream.concat(
                count(pointer, "options", options.size(), MOST_OPTIONS).stream(),
                options.entrySet().stream()
                        .flatMap(option -> Stream.concat(
                                length(pointer, Optional.of(option.getKey()), LONGEST_NAME),
                                length(pointer, Optional.of(option.getValue()), LONGEST_TEXT)))
                        .limit(1));
    }

    private static Stream<FieldError> lengths(String pointer, List<String> texts, int most) {
        return IntStream.range(0, texts.size())
                .boxed()
                .flatMap(index -> length(pointer + "/" + index, Optional.of(texts.get(index)), most));
    }

    private static Stream<FieldError> length(String pointer, Optional<String> text, int most) {
        return text
                .filter(there -> there.length() > most)
                .map(there -> new FieldError(
                        pointer,
                        "value.too-long",
                        "This has %d characters.".formatted(there.length()),
                        "Send at most %d.".formatted(most)))
                .stream();
    }

    private static List<FieldError> count(String pointer, String what, int actual, int most) {
        return actual <= most
                ? List.of()
                : List.of(new FieldError(
                        pointer,
                        "values.too-many",
                        "There are %d %s.".formatted(actual, what),
                        "Send at most %d.".formatted(most)));
    }
}
