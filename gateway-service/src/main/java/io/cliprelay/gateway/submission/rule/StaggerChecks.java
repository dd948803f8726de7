package io.cliprelay.gateway.submission.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.clip.ClipSubmission.Stagger;
import io.cliprelay.contracts.problem.FieldError;

/** Checks how the targets of a clip are to follow each other; plain functions. */
final class StaggerChecks {

    /** From one target to the next; a longer gap is a slip of the pen. */
    private static final Duration LONGEST_GAP = Duration.ofDays(30);

    private StaggerChecks() {}

    static List<FieldError> stagger(ClipSubmission clip, Duration usualGap) {
        return clip.stagger().map(stagger -> stagger(clip, stagger, usualGap)).orElse(List.of());
    }

    private static List<FieldError> stagger(ClipSubmission clip, Stagger stagger, Duration usualGap) {
        List<FieldError> errors = new ArrayList<>(order(clip, stagger.order()));
        Stream.of(gap(stagger.gap()), jitter(stagger, usualGap), slots(clip))
                .flatMap(Optional::stream)
                .forEach(errors::add);
        return errors;
    }

    private static Optional<FieldError> gap(Optional<Duration> gap) {
        return gap.filter(length -> length.isNegative() || length.isZero() || length.compareTo(LONGEST_GAP) > 0)
                .map(length -> new FieldError(
                        "/stagger/gap",
                        "stagger.gap-invalid",
                        "A gap of %s is not possible.".formatted(length),
                        "Use one of up to 30 days, such as \"PT10M\" for ten minutes."));
    }

    private static Optional<FieldError> jitter(Stagger stagger, Duration usualGap) {
        Duration gap = stagger.gap().orElse(usualGap);
        return stagger.jitter()
                .filter(length -> length.isNegative() || length.compareTo(gap) > 0)
                .map(length -> new FieldError(
                        "/stagger/jitter",
                        "stagger.jitter-too-long",
                        "A jitter of %s does not fit into a gap of %s: a target could overtake the one before it."
                                .formatted(length, gap),
                        "Use a jitter of at most the gap."));
    }

    private static Optional<FieldError> slots(ClipSubmission clip) {
        return clip.schedule()
                .flatMap(Schedule::slot)
                .map(slot -> new FieldError(
                        "/stagger",
                        "stagger.in-slots",
                        "In slots each target goes out in its account's own, so nothing is left to be staggered.",
                        "Leave out \"stagger\", or give a time instead of a slot."));
    }

    private static List<FieldError> order(ClipSubmission clip, List<String> order) {
        Set<String> seen = new HashSet<>();
        List<FieldError> errors = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            String platform = order.get(place);
            String pointer = "/stagger/order/" + place;
            if (!seen.add(platform)) {
                errors.add(new FieldError(
                        pointer,
                        "stagger.order-repeated",
                        "\"%s\" is named twice.".formatted(platform),
                        "Name each platform once."));
            } else if (!isTargeted(clip, platform)) {
                errors.add(new FieldError(
                        pointer,
                        "stagger.order-unknown",
                        "No target is on \"%s\".".formatted(platform),
                        "Name platforms that the clip goes to."));
            }
        }
        return errors;
    }

    private static boolean isTargeted(ClipSubmission clip, String platform) {
        return clip.targets().stream()
                .anyMatch(target -> target.platform().filter(platform::equals).isPresent());
    }
}
