package io.cliprelay.cli.command;

import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.stack.StackException;
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

    @Mixin
    private TimeOptions time;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        Schedule schedule = time.schedule()
                .orElseThrow(() -> new StackException("Say when: --at 2026-12-01T18:00Z, or --slot next"));
        Terminal terminal = Terminal.standard();
        gateway.client()
                .reschedule(clip, schedule)
                .uploads()
                .forEach(upload -> terminal.line("%s  %s"
                        .formatted(
                                upload.target(),
                                upload.dueAt().map(due -> "goes out at " + due).orElse("moved"))));
        return ExitCode.OK;
    }
}
