package io.cliprelay.worker.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadState;

/**
 * What became of one upload in one run.
 *
 * @param fault what went wrong; empty in the clean run
 * @param hit whether it came to that
 * @param ended whether the upload came to an end in time
 * @param events what was told of it, in order
 * @param posts the SHA-256 of each of its posts at the sandbox
 * @param sha256 of the file
 * @param spent what it took from the limits
 */
record Journey(
        Optional<Fault> fault,
        boolean hit,
        boolean ended,
        UUID upload,
        Path file,
        List<UploadEvent> events,
        List<String> posts,
        String sha256,
        List<Spending> spent) {

    boolean toldPublished() {
        return events.stream().anyMatch(UploadEvent.Published.class::isInstance);
    }

    /** What was to go wrong never came to pass. */
    boolean missed() {
        return fault.isPresent() && !hit;
    }

    int duplicates() {
        return Math.max(0, posts.size() - 1);
    }

    /** It is nowhere. One fault alone is no reason to give an upload up: the attempts that are left make good for it. */
    boolean lost() {
        return !ended || posts.isEmpty();
    }

    /** It was called published and is not there, or not as it was handed in. */
    boolean falselyPublished() {
        return toldPublished() && !posts.equals(List.of(sha256));
    }

    /** It is there and nobody was told. */
    boolean silent() {
        return ended && !posts.isEmpty() && !toldPublished();
    }

    /** Whether each event may follow the one before. */
    boolean inOrder() {
        UploadState state = UploadState.SCHEDULED;
        for (UploadEvent event : events) {
            UploadState next = event.state().orElse(UploadState.RETRY_WAIT);
            if (state != next && !state.canBecome(next)) {
                return false;
            }
            state = next;
        }
        return true;
    }

    /** A limit was charged with less than what arrived, or with more than the fault explains. */
    boolean chargedWrongly() {
        int interrupted =
                fault.map(Fault::kind).map(Fault.Kind::interruptedCalls).orElse(0);
        return spent.stream().anyMatch(spending -> spending.isWrong(interrupted));
    }

    boolean clean() {
        return duplicates() == 0 && !lost() && !falselyPublished() && !silent() && !chargedWrongly() && inOrder();
    }

    @Override
    public String toString() {
        return "%s: posts %d, ended %s, told %s, %s"
                .formatted(
                        fault.map(Fault::toString).orElse("clean run"),
                        posts.size(),
                        ended,
                        events.stream()
                                .map(event -> event.getClass().getSimpleName())
                                .toList(),
                        spent);
    }
}
