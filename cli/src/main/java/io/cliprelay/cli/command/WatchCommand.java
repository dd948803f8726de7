package io.cliprelay.cli.command;

import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.progress.ClipFollower;
import io.cliprelay.cli.progress.LiveBoard;
import io.cliprelay.cli.terminal.Terminal;

/** Follows a clip to its end. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Shows how far each upload of a clip is, until all are at an end.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all published, or prepared as drafts where that was asked for", "1:some upload was not"})
final class WatchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLIP", description = "The clip's id, as submit and clips print it.")
    private UUID clip;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        return watch(gateway.client(), clip, Terminal.standard());
    }

    static int watch(GatewayClient client, UUID clip, Terminal terminal) {
        try (LiveBoard live = LiveBoard.on(terminal)) {
            return new ClipFollower(client, live.board()).follow(clip).isDone() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
