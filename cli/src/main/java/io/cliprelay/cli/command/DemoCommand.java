package io.cliprelay.cli.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
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
            "Workers with real credentials are left out: it publishes to the sandbox only.",
            "The stack goes on running; ./cliprelay down stops it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was published; with --chaos, once each", "1:something was not"})
final class DemoCommand implements Callable<Integer> {

    private static final int CLIPS_IN_CHAOS = 5;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "How long it may take once the stack is up (default: 120).")
    private int limit = 120;

    @Option(
            names = "--chaos",
            description = "Hands in more clips, kills workers at random meanwhile, and counts the posts in the end.")
    private boolean chaos;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Repeats the kills of an earlier --chaos, which prints its seed.")
    private long seed = ThreadLocalRandom.current().nextInt(1_000_000);

    @Override
    public Integer call() {
        Stack here = ProjectStack.find();
        Terminal terminal = Terminal.standard();
        UpCommand.up(here, terminal);
        terminal.line("");
        GatewayClient gateway = here.gateway();
        Demo demo = new Demo(here, gateway, terminal, Duration.ofSeconds(limit));
        return chaos ? survive(demo, here, terminal) : show(demo, here, terminal);
    }

    private Integer survive(Demo demo, Stack here, Terminal terminal) {
        Chaos raging = Chaos.in(here, terminal, seed);
        List<ClipView> clips;
        try (raging) {
            clips = demo.run(CLIPS_IN_CHAOS);
        }
        PostLedger ledger = PostLedger.of(here.url(StackPart.SANDBOX), clips);
        terminal.line("");
        ledger.lines().forEach(terminal::line);
        terminal.line("Workers were killed %d times; the seed was %d.".formatted(raging.kills(), seed));
        return ledger.onePostEach() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static Integer show(Demo demo, Stack here, Terminal terminal) {
        List<ClipView> clips = demo.run();
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
