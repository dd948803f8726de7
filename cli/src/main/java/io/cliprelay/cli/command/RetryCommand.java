package io.cliprelay.cli.command;

import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.terminal.Terminal;

/** Tries a failed upload again. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {"Tries a failed upload again.", "What may be published is never sent again: settle that one."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done for all of it", "1:not, or not for all of it; each upload says why"})
final class RetryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "UPLOAD", description = "The upload's id, as clips prints it.")
    private UUID upload;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        return ChangeReport.tell(gateway.client().retry(upload), "is tried again", Terminal.standard());
    }
}
