package io.cliprelay.cli.stack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StateFileTest {

    @TempDir
    Path folder;

    @Test
    void remembersWhatRuns() {
        StateFile file = new StateFile(folder.resolve("stack.json"));
        assertThat(file.load()).isEmpty();
        StackState state = new StackState(
                new StackPorts(Map.of("gateway-service", 8080)),
                List.of(new ProcessNote("gateway-service", 42, Instant.parse("2026-01-02T03:04:05.678Z"))));
        file.save(state);
        assertThat(file.load()).contains(state);
        file.delete();
        assertThat(file.load()).isEmpty();
    }

    @Test
    void aNewProcessTakesThePlaceOfTheOldOneOfTheSamePart() {
        ProcessNote old = new ProcessNote("gateway-service", 42, Instant.EPOCH);
        ProcessNote started = new ProcessNote("gateway-service", 43, Instant.EPOCH);
        StackState state = new StackState(new StackPorts(Map.of()), List.of(old)).with(started);
        assertThat(state.processes()).containsExactly(started);
    }
}
