package io.cliprelay.gateway.status;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.cliprelay.contracts.upload.UploadState;

/**
 * Which way is forward. Scheduler and worker tell of an upload each by themselves, so an event may arrive before the
 * one that led to it: a state may be skipped, but never gone back to.
 */
final class Forward {

    /** From these the way leads back to where an upload was before, so only an upload that is in one may go on from it. */
    private static final Set<UploadState> DETOURS =
            EnumSet.of(UploadState.HELD, UploadState.RETRY_WAIT, UploadState.UNCONFIRMED);

    /** The states that can follow a state, at any distance, without a new attempt. */
    private static final Map<UploadState, Set<UploadState>> AHEAD = new EnumMap<>(UploadState.class);

    static {
        for (UploadState state : UploadState.values()) {
            AHEAD.put(state, reachable(state));
        }
    }

    private Forward() {}

    static boolean leads(UploadState from, int attempt, UploadState to, int nextAttempt) {
        if (from == UploadState.FAILED) {
            // Nothing follows by itself: a person had it tried again.
            return to == UploadState.RETRY_WAIT ? nextAttempt == attempt : nextAttempt > attempt;
        }
        if (from.terminal() || nextAttempt < attempt) {
            return false;
        }
        return nextAttempt > attempt || AHEAD.get(from).contains(to);
    }

    private static Set<UploadState> reachable(UploadState from) {
        Set<UploadState> seen = EnumSet.noneOf(UploadState.class);
        Deque<UploadState> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            UploadState state = open.pop();
            Arrays.stream(UploadState.values())
                    .filter(next -> state.canBecome(next) && !beginsAttempt(state, next))
                    .filter(seen::add)
                    .filter(next -> !DETOURS.contains(next))
                    .forEach(open::push);
        }
        seen.remove(from);
        return seen;
    }

    private static boolean beginsAttempt(UploadState from, UploadState to) {
        return from == UploadState.RETRY_WAIT && to == UploadState.QUEUED;
    }
}
