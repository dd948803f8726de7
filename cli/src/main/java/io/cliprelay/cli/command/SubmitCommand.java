package io.cliprelay.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.cliprelay.cli.api.AccountView;
import io.cliprelay.cli.api.BatchView;
import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.api.PreviewView;
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

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClipOptions clip;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The same key with the same clip is one submission, however often it is sent. Random if absent.")
    private String key;

    @Option(
            names = "--dry-run",
            description = "Say what would become of it, and hand nothing in: its texts on each platform, and all that"
                    + " keeps it from going out at its time.")
    private boolean dryRun;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "Hand in many clips: a file of lines of JSON (.ndjson), of CSV with the names of the columns in"
                            + " its first line (.csv), or a JSON array. With --key, it can be handed in again after a failure.")
    private Path batch;

    @Option(names = "--watch", description = "Show the progress to the end, as ./cliprelay watch does.")
    private boolean watch;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        if (batch != null) {
            return submitAll(new BatchFile(batch));
        }
        if (!clip.isComplete()) {
            throw new ParameterException(spec.commandLine(), "Give a FILE and its --title, or --batch FILE.");
        }
        return submitOne();
    }

    private int submitAll(BatchFile file) {
        if (!clip.isAbsent() || dryRun || watch) {
            throw new ParameterException(
                    spec.commandLine(), "With --batch, all is said in its file; only --key and --url go with it.");
        }
        BatchView result = gateway.client().submitAll(file.content(), file.mediaType(), keyOrRandom());
        Terminal terminal = Terminal.standard();
        BatchFile.table(result).forEach(terminal::line);
        terminal.line("%d taken, %d refused".formatted(result.accepted(), result.rejected()));
        return result.rejected() == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private int submitOne() {
        GatewayClient client = gateway.client();
        List<Target> otherwise = clip.hasTargets() ? List.of() : List.of(onlyAccount(client.accounts()));
        Terminal terminal = Terminal.standard();
        if (dryRun) {
            PreviewView preview = client.preview(clip.toSubmission(otherwise));
            PreviewText.of(preview).forEach(terminal::line);
            return preview.acceptable() ? ExitCode.OK : ExitCode.FAILED;
        }
        ClipView accepted = client.submit(clip.toSubmission(otherwise), keyOrRandom());
        accepted(accepted).forEach(terminal::line);
        return watch ? WatchCommand.watch(client, accepted.id(), terminal) : ExitCode.OK;
    }

    private String keyOrRandom() {
        return Optional.ofNullable(key).orElseGet(() -> UUID.randomUUID().toString());
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
