package io.cliprelay.cli.command;

import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.terminal.Terminal;

/** Cancels a clip. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = {"Cancels a clip.", "What is not out yet never goes out; what is out already goes on."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done for all of it", "1:not, or not for all of it; each upload says why"})
final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLIP", description = "The clip's id, as submit and clips print it.")
    private UUID clip;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        return ChangeReport.tell(gateway.client().cancel(clip), "cancelled", Terminal.standard());
    }
}
