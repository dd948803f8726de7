package io.cliprelay.cli.command;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.api.DeadLetterCalls;
import io.cliprelay.cli.api.DeadLetterCalls.DeadLetter;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;

/** Shows records that nobody could read or handle, and has them sent again. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description = {
            "Lists, shows and replays dead letters: records that a service could not read or handle.",
            "Needs a key with the scope admin."
        })
final class DlqCommand implements Runnable {

    @Mixin
    private GatewayMixin gateway;

    @Override
    public void run() {
        list(Optional.empty(), 100);
    }

    @Command(description = "Lists them, newest first: what, since when, why.", mixinStandardHelpOptions = true)
    void list(
            @Option(
                            names = "--topic",
                            paramLabel = "TOPIC",
                            description = "Only what was meant for it, such as clip-intake.")
                    Optional<String> topic,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "How many at most; 100 if absent.")
                    int limit) {
        table(calls().list(topic, limit)).forEach(Terminal.standard()::line);
    }

    @Command(description = "Shows one with all that is in it.", mixinStandardHelpOptions = true)
    void show(@Parameters(paramLabel = "LETTER", description = "As list prints it.") String id) {
        DeadLetter letter = calls().show(id);
        Terminal terminal = Terminal.standard();
        terminal.line("reason   " + letter.reason());
        terminal.line("since    " + letter.since());
        terminal.line("origin   " + letter.origin());
        terminal.line("replayed " + replayed(letter));
        terminal.line("key      " + letter.key().orElse("none"));
        new TreeMap<>(letter.headers().orElseThrow()).forEach((name, text) -> terminal.line(name + ": " + text));
        terminal.line("");
        terminal.line(letter.value().orElse("(no value)"));
    }

    @Command(
            description = {
                "Has one sent to its topic again, unless what it asks for is done or over by now.",
                "However often it is asked for, it is sent once."
            },
            mixinStandardHelpOptions = true)
    void replay(@Parameters(paramLabel = "LETTER", description = "As list prints it.") String id) {
        DeadLetter letter = calls().replay(id);
        Terminal.standard()
                .line("%s was sent to %s again: %s".formatted(letter.id(), letter.topic(), replayed(letter)));
    }

    private DeadLetterCalls calls() {
        return new DeadLetterCalls(gateway.client());
    }

    static List<String> table(List<DeadLetter> letters) {
        Table table = new Table("LETTER", "SINCE", "WHAT", "ABOUT", "REPLAYED", "WHY");
        letters.forEach(letter -> table.row(
                letter.id(),
                letter.since().truncatedTo(ChronoUnit.SECONDS),
                letter.type().orElse("unknown"),
                letter.subject().orElse(""),
                replayed(letter),
                letter.reason()));
        return table.lines();
    }

    private static String replayed(DeadLetter letter) {
        return letter.replay()
                .map(replay -> "at %s by %s".formatted(replay.at().truncatedTo(ChronoUnit.SECONDS), replay.by()))
                .orElse("no");
    }
}
