package io.cliprelay.cli.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.api.RebuildView;
import io.cliprelay.cli.terminal.Terminal;

/** What the operator of an installation does with its statistics. */
@Command(
        name = "analytics",
        mixinStandardHelpOptions = true,
        description = "Looks after the statistics.",
        subcommands = AnalyticsCommand.Rebuild.class)
final class AnalyticsCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Terminal.standard().line("Say what: ./cliprelay analytics rebuild");
        return ExitCode.USAGE;
    }

    /** Makes the numbers anew. */
    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = {
                "Makes all numbers anew from what Kafka holds, those of all tenants, and waits until that is done.",
                "The present ones go on being served meanwhile. Needs a key with the scope admin."
            })
    static final class Rebuild implements Callable<Integer> {

        private static final Duration PAUSE = Duration.ofMillis(500);

        @Mixin
        private GatewayMixin gateway;

        @Override
        public Integer call() {
            GatewayClient client = gateway.client();
            RebuildView state = client.rebuildStatistics();
            while (state.endedAt().isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                state = client.latestRebuild();
            }
            Terminal.standard().line(told(state));
            return state.failure().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }

        private static String told(RebuildView state) {
            long millis = Duration.between(state.startedAt(), state.endedAt().orElseThrow())
                    .toMillis();
            return state.failure()
                    .map(reason -> "The rebuild came to nothing, the numbers are as they were: " + reason)
                    .orElseGet(() -> "Made anew from %d events in %.1f s.".formatted(state.events(), millis / 1000.0));
        }
    }
}
