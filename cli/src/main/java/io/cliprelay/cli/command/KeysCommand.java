package io.cliprelay.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.api.KeyCalls;
import io.cliprelay.cli.api.KeyView;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;

/** Makes, lists and ends API keys. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {"Lists API keys, makes new ones, ends them.", "A key is shown once, when it is made."})
final class KeysCommand implements Runnable {

    @Mixin
    private GatewayMixin gateway;

    @Override
    public void run() {
        list();
    }

    @Command(description = "Lists all keys, ended ones included.", mixinStandardHelpOptions = true)
    void list() {
        table(gateway.client().keys().all()).forEach(Terminal.standard()::line);
    }

    @Command(description = "Makes a key and prints it, this once.", mixinStandardHelpOptions = true)
    void create(
            @Parameters(paramLabel = "NAME", description = "Who will use it.") String name,
            @Option(
                            names = "--scopes",
                            split = ",",
                            required = true,
                            paramLabel = "SCOPE",
                            description = "Some of submit, read, accounts, admin.")
                    List<String> scopes,
            @Option(names = "--test", description = "For the sandbox's accounts only.") boolean test,
            @Option(names = "--days", paramLabel = "DAYS", description = "How long it holds; for good if absent.")
                    Integer days) {
        Optional<Instant> end =
                Optional.ofNullable(days).map(number -> Instant.now().plus(Duration.ofDays(number)));
        KeyCalls.Made made = gateway.client().keys().make(new KeyCalls.Wish(name, test ? "test" : "live", scopes, end));
        Terminal.standard().line(made.secret());
    }

    @Command(description = "Ends a key.", mixinStandardHelpOptions = true)
    void revoke(@Parameters(paramLabel = "KEY", description = "The key's id, as list prints it.") UUID id) {
        gateway.client().keys().revoke(id);
        Terminal.standard().line("Key %s is refused from now on.".formatted(id));
    }

    static List<String> table(List<KeyView> keys) {
        Table table = new Table("KEY", "NAME", "BEGINS", "SCOPES", "LAST USED", "");
        keys.forEach(key -> table.row(
                key.id(),
                key.name(),
                key.hint(),
                String.join(",", key.scopes()),
                key.lastUsedAt().map(Instant::toString).orElse("never"),
                end(key)));
        return table.lines();
    }

    private static String end(KeyView key) {
        return key.revokedAt()
                .map(at -> "revoked at " + at)
                .or(() -> key.expiresAt().map(at -> "holds until " + at))
                .orElse("");
    }
}
