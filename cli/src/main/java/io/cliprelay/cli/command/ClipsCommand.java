package io.cliprelay.cli.command;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.cliprelay.cli.api.ClipPage;
import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.cli.progress.ProgressLine;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.upload.UploadState;

/** Lists clips. */
@Command(name = "clips", mixinStandardHelpOptions = true, description = "Lists clips and how their uploads are.")
final class ClipsCommand implements Callable<Integer> {

    @Option(names = "-n", paramLabel = "COUNT", description = "How many (default: 20).")
    private int count = 20;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on after an earlier list, as its end says.")
    private String cursor;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        ClipPage page = gateway.client().clips(count, Optional.ofNullable(cursor));
        Terminal terminal = Terminal.standard();
        table(page.items()).forEach(terminal::line);
        page.nextCursor().ifPresent(next -> terminal.line("More: ./cliprelay clips --cursor " + next));
        return ExitCode.OK;
    }

    static List<String> table(List<ClipView> clips) {
        Table table = new Table("CLIP", "TITLE", "TO", "STATE", "UPLOAD", "");
        clips.forEach(clip -> clip.uploads()
                .forEach(upload -> table.row(
                        clip.id(), clip.title(), upload.target(), upload.state(), upload.id(), remark(upload))));
        return table.lines();
    }

    private static String remark(UploadView upload) {
        if (upload.state() == UploadState.UNCONFIRMED) {
            return ProgressLine.unconfirmed(upload);
        }
        return upload.permalink()
                .map(URI::toString)
                .or(() -> upload.hold().map(hold -> hold.reason().message()))
                .or(() -> upload.failure().map(failure -> failure.reason().message()))
                .or(() -> upload.nextAttemptAt().map(instant -> "tries again at " + instant))
                .orElseGet(
                        () -> upload.dueAt().map(instant -> "due at " + instant).orElse(""));
    }
}
