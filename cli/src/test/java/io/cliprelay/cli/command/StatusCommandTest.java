package io.cliprelay.cli.command;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.cliprelay.cli.stack.Health;
import io.cliprelay.cli.stack.PartStatus;

import static org.assertj.core.api.Assertions.assertThat;

class StatusCommandTest {

    private static final PartStatus WELL = part("gateway-service", Health.HEALTHY);
    private static final PartStatus GONE = part("local-stack", Health.STOPPED);

    @Test
    void itsExitCodeTellsHealthyFromPartlyFromNotRunning() {
        assertThat(StatusCommand.exitCode(List.of(WELL, WELL))).isEqualTo(ExitCode.OK);
        assertThat(StatusCommand.exitCode(List.of(WELL, GONE))).isEqualTo(ExitCode.FAILED);
        assertThat(StatusCommand.exitCode(List.of(GONE, GONE))).isEqualTo(ExitCode.NOT_RUNNING);
    }

    @Test
    void itsColumnsAreAsWideAsTheirCells() {
        assertThat(StatusCommand.table(List.of(WELL, GONE)))
                .containsExactly(
                        "PART             PID  PORT  HEALTH   LOG",
                        "gateway-service  7    8080  healthy  a.log",
                        "local-stack                 stopped  a.log");
    }

    private static PartStatus part(String name, Health health) {
        boolean runs = health != Health.STOPPED;
        return new PartStatus(name, runs ? Optional.of(7L) : Optional.empty(), runs ? "8080" : "", health, "a.log");
    }
}
