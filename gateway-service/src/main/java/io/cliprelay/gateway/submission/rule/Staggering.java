package io.cliprelay.gateway.submission.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.clip.ClipSubmission.Stagger;
import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.contracts.clip.WallTime;

/**
 * When each target of a sound submission goes out. Targets with a time of their own keep it; the others go at the
 * clip's, all at once or one after the other: each a gap after the one before it, and all but the first later by a part
 * of the jitter, by chance. The jitter is no longer than the gap, so that the order holds.
 *
 * @param usualGap where the submission does not say
 * @param seed the same for the same submission: then chance says the same
 */
record Staggering(Instant now, Duration usualGap, long seed) {

    /** The timing of each target, in the order of the targets. */
    List<Timing> timings(ClipSubmission clip) {
        Map<Integer, Duration> offsets =
                clip.stagger().map(stagger -> offsets(clip, stagger)).orElse(Map.of());
        boolean waits = clip.stagger().flatMap(Stagger::waitForFirst).orElse(false);
        return IntStream.range(0, clip.targets().size())
                .mapToObj(index -> timing(clip, index, Optional.ofNullable(offsets.get(index)), waits))
                .toList();
    }

    /** The target that the others wait for; empty where none waits. */
    static Optional<Integer> first(ClipSubmission clip) {
        return clip.stagger()
                .filter(stagger -> stagger.waitForFirst().orElse(false))
                .flatMap(stagger -> inOrder(clip, stagger).stream().findFirst());
    }

    private Timing timing(ClipSubmission clip, int index, Optional<Duration> offset, boolean waits) {
        Target target = clip.targets().get(index);
        Timing own = target.schedule().or(clip::schedule).map(this::timing).orElseGet(() -> Timing.at(now));
        return offset.filter(later -> !later.isZero())
                .map(later -> waits ? own.later(later).afterFirst(later) : own.later(later))
                .orElse(own);
    }

    private Timing timing(Schedule schedule) {
        return schedule.slot()
                .map(slot -> Timing.in(slot, now))
                .or(() -> schedule.at().map(Timing::at))
                .orElseGet(() -> Timing.at(wallTime(schedule)));
    }

    private static WallTime wallTime(Schedule schedule) {
        return new WallTime(
                LocalDateTime.parse(schedule.local().orElseThrow()),
                ZoneId.of(schedule.zone().orElseThrow()));
    }

    private Map<Integer, Duration> offsets(ClipSubmission clip, Stagger stagger) {
        SplittableRandom chance = new SplittableRandom(seed);
        Duration gap = stagger.gap().orElse(usualGap);
        List<Integer> order = inOrder(clip, stagger);
        Map<Integer, Duration> offsets = new HashMap<>();
        for (int place = 0; place < order.size(); place++) {
            Duration jitter = place == 0 ? Duration.ZERO : part(stagger.jitter(), chance);
            offsets.put(order.get(place), gap.multipliedBy(place).plus(jitter));
        }
        return offsets;
    }

    private static Duration part(Optional<Duration> jitter, SplittableRandom chance) {
        return jitter.map(most -> Duration.ofMillis(chance.nextLong(most.toMillis() + 1)))
                .orElse(Duration.ZERO);
    }

    /** Targets without a time of their own: first those whose platform is named, then the others as they stand. */
    private static List<Integer> inOrder(ClipSubmission clip, Stagger stagger) {
        return IntStream.range(0, clip.targets().size())
                .boxed()
                .filter(index -> clip.targets().get(index).schedule().isEmpty())
                .sorted(Comparator.comparing(index -> place(clip.targets().get(index), stagger.order())))
                .toList();
    }

    private static int place(Target target, List<String> order) {
        int named = target.platform().map(order::indexOf).orElse(-1);
        return named < 0 ? order.size() : named;
    }
}
