package io.cliprelay.cli.command;

import java.util.function.Function;

import io.cliprelay.cli.api.ChangeView;
import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.upload.UploadFailure.Reason;

/** Says upload by upload what a change came to. */
final class ChangeReport {

    private ChangeReport() {}

    /**
     * Prints a line an upload; yields the exit code.
     *
     * @param done what is said of an upload that it was done for
     */
    static int tell(ChangeView change, String done, Terminal terminal) {
        change.uploads()
                .forEach(result ->
                        terminal.line("%s  %s".formatted(result.upload().target(), said(result, done))));
        return change.isWhole() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String said(ChangeView.Result result, String done) {
        Function<Reason, String> refusal = why -> "not: " + why.message() + " (" + why.fix() + ")";
        return result.done() ? done : result.why().map(refusal).orElse("not");
    }
}
