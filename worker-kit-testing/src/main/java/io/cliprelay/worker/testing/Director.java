package io.cliprelay.worker.testing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Watches the steps of one run, and lets one of them go wrong. One run at a time; thread-safe. What the director says of
 * a step, the step's place does: the {@link FaultProxy} for requests, {@link WatchedTransactions} for commits.
 */
final class Director {

    private static final Set<Fault.Kind> COMMITS =
            EnumSet.of(Fault.Kind.CRASH_BEFORE_COMMIT, Fault.Kind.CRASH_AFTER_COMMIT, Fault.Kind.LEASE_LOST);

    private final List<Step> steps = new ArrayList<>();
    private Optional<Fault> fault = Optional.empty();
    private CompletableFuture<Void> crash = new CompletableFuture<>();
    private CompletableFuture<Void> takeover = new CompletableFuture<>();
    private CompletableFuture<Void> finished = new CompletableFuture<>();
    private int takes;
    private int commits;
    private int requests;
    private boolean watching;
    private boolean hit;
    private Optional<String> lateRequest = Optional.empty();

    /** Begins to watch a run in which {@code planned} happens. */
    synchronized void begin(Optional<Fault> planned) {
        steps.clear();
        fault = planned;
        crash = new CompletableFuture<>();
        takeover = new CompletableFuture<>();
        finished = new CompletableFuture<>();
        takes = 0;
        commits = 0;
        requests = 0;
        hit = false;
        lateRequest = Optional.empty();
        watching = true;
    }

    /** Ends it; yields what it did. */
    synchronized List<Step> end() {
        watching = false;
        return List.copyOf(steps);
    }

    /** Whether the planned fault happened. */
    synchronized boolean hit() {
        return hit;
    }

    /** The request that is held back until another replica has finished; empty where none is. */
    synchronized Optional<String> lateRequest() {
        return lateRequest;
    }

    /** Completed when the process has to die. */
    synchronized CompletableFuture<Void> crash() {
        return crash;
    }

    /** Completed when another replica has to take over. */
    synchronized CompletableFuture<Void> takeover() {
        return takeover;
    }

    /** The process that had to die is dead, or overtaken: what comes next happens to its successor. */
    synchronized void succeeded() {
        crash = new CompletableFuture<>();
        takeover = new CompletableFuture<>();
    }

    /** To be completed when the replica that took over has finished. */
    synchronized CompletableFuture<Void> finished() {
        return finished;
    }

    /** What shall go wrong now that an owner has taken the upload. */
    synchronized Optional<Fault.Kind> taken() {
        if (!watching) {
            return Optional.empty();
        }
        steps.add(new Step.Take(++takes));
        return at(takes, kind -> kind == Fault.Kind.CRASH_AFTER_TAKE);
    }

    /** What shall go wrong with the commit that comes next. */
    synchronized Optional<Fault.Kind> commit() {
        if (!watching) {
            return Optional.empty();
        }
        steps.add(new Step.Commit(++commits));
        return at(commits, Director::isOfCommits);
    }

    /** What shall go wrong with the request that comes now. */
    synchronized Optional<Fault.Kind> request(String operation, long bytes, boolean authorized) {
        if (!watching) {
            return Optional.empty();
        }
        steps.add(new Step.Request(++requests, operation, bytes, authorized));
        Optional<Fault.Kind> now = at(requests, Director::isOfRequests);
        now.filter(kind -> kind == Fault.Kind.OVERTAKEN).ifPresent(kind -> lateRequest = Optional.of(operation));
        return now;
    }

    private Optional<Fault.Kind> at(int number, Predicate<Fault.Kind> here) {
        Optional<Fault.Kind> now = fault.filter(planned -> !hit && planned.number() == number)
                .map(Fault::kind)
                .filter(here);
        now.ifPresent(kind -> hit = true);
        return now;
    }

    private static boolean isOfCommits(Fault.Kind kind) {
        return COMMITS.contains(kind);
    }

    private static boolean isOfRequests(Fault.Kind kind) {
        return !COMMITS.contains(kind) && kind != Fault.Kind.CRASH_AFTER_TAKE && !kind.isOfTheRun();
    }
}
