package io.cliprelay.cli.command;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;

/** Gives a clip another time. */
@Command(
        name = "reschedule",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a clip another time.",
            "All of its uploads are moved that have no time of their own, or none: once one is out it is too late."
        })
final class RescheduleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLIP", description = "The clip's id, as submit and clips print it.")
    private UUID clip;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            converter = PublicationTime.class,
            description =
                    "2026-12-01T18:00:00Z, 2026-12-01T18:00 in the zone of this machine, or +30s, +10m, +2h, +1d.")
    private Instant at;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.standard();
        gateway.client()
                .reschedule(clip, new Schedule(Optional.of(at)))
                .uploads()
                .forEach(upload -> terminal.line("%s  %s"
                        .formatted(
                                upload.target(),
                                upload.dueAt().map(due -> "goes out at " + due).orElse("moved"))));
        return ExitCode.OK;
    }
}
