package io.cliprelay.worker.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A run in which nothing went wrong proves nothing of what was to go wrong. */
class LedgerTest {

    private static final Optional<Fault> CUT = Optional.of(new Fault(Fault.Kind.CUT_BEFORE, 3));

    @Test
    void aRunWhoseFaultNeverCameToPassIsMissed() {
        Journey clean = run(Optional.empty(), false);
        Journey hit = run(CUT, true);
        Journey missed = run(CUT, false);

        assertThat(new Ledger("paper", List.of(), List.of(clean, hit, missed)).missed())
                .containsExactly(missed);
    }

    private static Journey run(Optional<Fault> fault, boolean hit) {
        return new Journey(
                fault, hit, true, UUID.randomUUID(), Path.of("clip.mp4"), List.of(), List.of("a"), "a", List.of());
    }
}
