package io.cliprelay.scheduler.hold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.scheduler.job.Job;

/**
 * What becomes of some jobs that are not out.
 *
 * @param moves those that change
 * @param held those that are held afterwards
 */
record Settled(List<Move> moves, List<UUID> held) {

    /** A job that changes. */
    sealed interface Move {
        Job job();
    }

    /** It is held. */
    record Stopped(Job job, Hold hold) implements Move {}

    /** It waits for its time again. */
    record Freed(Job job, UploadState state, Instant due) implements Move {}

    Settled {
        moves = List.copyOf(moves);
        held = List.copyOf(held);
    }

    static Settled of(Collection<WaitingJob> jobs, Collection<Obstacle> open, Spread spread, long firstTurn) {
        List<Move> moves = new ArrayList<>();
        List<UUID> held = new ArrayList<>();
        long turn = firstTurn;
        for (WaitingJob waiting : mostUrgentFirst(jobs)) {
            Job job = waiting.job();
            switch (HoldDecision.of(waiting, open)) {
                case HoldDecision.Keep keep when job.state() != UploadState.HELD -> {}
                case HoldDecision.Keep keep -> held.add(job.upload().uploadId());
                case HoldDecision.HoldBy by -> {
                    moves.add(new Stopped(job, by.hold()));
                    held.add(job.upload().uploadId());
                }
                case HoldDecision.Release release ->
                    moves.add(new Freed(job, Holds.waitingState(job), spread.at(turn++, job.dueAt())));
            }
        }
        return new Settled(moves, held);
    }

    private static List<WaitingJob> mostUrgentFirst(Collection<WaitingJob> jobs) {
        return jobs.stream()
                .sorted(Comparator.comparing(
                                (WaitingJob waiting) -> waiting.job().priority())
                        .thenComparing(waiting -> waiting.job().dueAt()))
                .toList();
    }

    /** When the first is due that was let go; the end of time where none was. */
    Instant earliest() {
        return moves.stream()
                .flatMap(move -> move instanceof Freed freed ? Stream.of(freed.due()) : Stream.empty())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    long freed() {
        return moves.stream().filter(Freed.class::isInstance).count();
    }
}
