package io.cliprelay.cli.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.cliprelay.cli.api.AccountView;
import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.cli.stack.StackException;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.clip.ClipSubmission.Target;

/** Hands in a clip. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = "Hands in a clip, and prints its id and those of its uploads.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:taken; with --watch, done", "1:refused; with --watch, some upload was not done"},
        footer = {
            "",
            "Example: ./cliprelay submit holiday.mp4 --title Holiday --to youtube --at +10m --watch",
            "The file must lie under a folder that the stack may read; see ./cliprelay up --help."
        })
final class SubmitCommand implements Callable<Integer> {

    @Mixin
    private ClipOptions clip;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The same key with the same clip is one submission, however often it is sent. Random if absent.")
    private String key;

    @Option(names = "--watch", description = "Show the progress to the end, as ./cliprelay watch does.")
    private boolean watch;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        GatewayClient client = gateway.client();
        List<Target> otherwise = clip.hasTargets() ? List.of() : List.of(onlyAccount(client.accounts()));
        ClipView accepted = client.submit(
                clip.toSubmission(otherwise),
                Optional.ofNullable(key).orElseGet(() -> UUID.randomUUID().toString()));
        Terminal terminal = Terminal.standard();
        accepted(accepted).forEach(terminal::line);
        return watch ? WatchCommand.watch(client, accepted.id(), terminal) : ExitCode.OK;
    }

    private static List<String> accepted(ClipView clip) {
        Table table = new Table("CLIP", "UPLOAD", "TO", "STATE", "DUE", "");
        clip.uploads()
                .forEach(upload -> table.row(
                        clip.id(),
                        upload.id(),
                        upload.target(),
                        upload.state(),
                        upload.dueAt().map(Instant::toString).orElse(""),
                        foretold(upload)));
        return table.lines();
    }

    /** Nothing, where it goes out as it was submitted. */
    private static String foretold(UploadView upload) {
        return upload.forecast()
                .filter(forecast -> forecast.reason().isPresent())
                .map(forecast ->
                        forecast.at().map(at -> "moves to " + at + ": ").orElse("will not fit: ")
                                + forecast.reason().get().message())
                .orElse("");
    }

    private static Target onlyAccount(List<AccountView> accounts) {
        if (accounts.size() != 1) {
            throw new StackException("Say where the clip shall go with --to PLATFORM[:ACCOUNT]; connected are: "
                    + String.join(
                            ", ", accounts.stream().map(AccountView::target).toList()));
        }
        return TargetArgument.target(
                accounts.getFirst().platform(), Optional.of(accounts.getFirst().name()));
    }
}
