package io.cliprelay.cli.command;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "With an upload in this state: ${COMPLETION-CANDIDATES}.")
    private UploadState state;

    @Option(names = "--platform", paramLabel = "PLATFORM", description = "With an upload to this platform.")
    private String platform;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "With an upload to this account.")
    private String account;

    @Option(names = "--tag", paramLabel = "TAG", description = "With this tag, whatever its case.")
    private String tag;

    @Option(names = "--due-from", paramLabel = "INSTANT", description = "With an upload that is due then or later.")
    private Instant dueFrom;

    @Option(names = "--due-to", paramLabel = "INSTANT", description = "With an upload that is due before then.")
    private Instant dueTo;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        ClipPage page = gateway.client().clips(count, Optional.ofNullable(cursor), filters());
        Terminal terminal = Terminal.standard();
        table(page.items()).forEach(terminal::line);
        page.nextCursor()
                .ifPresent(next -> terminal.line((filters().isEmpty() ? "More: " : "More, with the same filters: ")
                        + "./cliprelay clips --cursor " + next));
        return ExitCode.OK;
    }

    private Map<String, String> filters() {
        Map<String, String> filters = new TreeMap<>();
        put(filters, "state", state);
        put(filters, "platform", platform);
        put(filters, "account", account);
        put(filters, "tag", tag);
        put(filters, "dueFrom", dueFrom);
        put(filters, "dueTo", dueTo);
        return filters;
    }

    private static void put(Map<String, String> filters, String name, Object value) {
        if (value != null) {
            filters.put(name, value.toString());
        }
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
