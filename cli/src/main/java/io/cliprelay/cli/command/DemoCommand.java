package io.cliprelay.cli.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;

/** Shows the main job from end to end. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the stack if it does not run, hands in a sample clip once for now and once some seconds ahead, "
                    + "shows both on their way, and lists where they can be seen.",
            "The stack goes on running; ./cliprelay down stops it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was published", "1:something was not"})
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "How long it may take once the stack is up (default: 120).")
    private int limit = 120;

    @Override
    public Integer call() {
        Stack here = ProjectStack.find();
        Terminal terminal = Terminal.standard();
        UpCommand.up(here, terminal);
        terminal.line("");
        GatewayClient gateway = new GatewayClient(here.url(StackPart.GATEWAY));
        List<ClipView> clips = new Demo(here, gateway, terminal, Duration.ofSeconds(limit)).run();
        report(clips, here).forEach(terminal::line);
        return clips.stream().allMatch(ClipView::isPublished) ? ExitCode.OK : ExitCode.FAILED;
    }

    private static List<String> report(List<ClipView> clips, Stack stack) {
        Table table = new Table("TITLE", "TO", "STATE", "PERMALINK");
        clips.forEach(clip -> clip.uploads()
                .forEach(upload -> table.row(
                        clip.title(),
                        upload.target(),
                        upload.state(),
                        upload.permalink().map(URI::toString).orElse(""))));
        return Stream.of(
                        List.of(""),
                        table.lines(),
                        List.of(""),
                        StackUrls.of(stack).lines())
                .flatMap(List::stream)
                .toList();
    }
}
