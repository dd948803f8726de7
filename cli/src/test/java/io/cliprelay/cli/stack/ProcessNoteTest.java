package io.cliprelay.cli.stack;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessNoteTest {

    private final ProcessNote self = ProcessNote.of("test", ProcessHandle.current());

    @Test
    void findsTheProcessAgain() {
        assertThat(self.running()).contains(ProcessHandle.current());
    }

    @Test
    void takesAProcessThatGotTheNumberLaterForAnotherOne() {
        ProcessNote earlier =
                new ProcessNote("test", self.pid(), self.startedAt().minus(Duration.ofMinutes(1)));
        assertThat(earlier.running()).isEmpty();
    }
}
