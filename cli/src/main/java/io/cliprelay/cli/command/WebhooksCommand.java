package io.cliprelay.cli.command;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.api.WebhookCalls;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;

/** Says where events are to be sent, and shows what was. */
@Command(
        name = "webhooks",
        mixinStandardHelpOptions = true,
        description =
                "Lists, adds, tests, pauses, resumes and removes webhook endpoints, and shows what was sent to them.")
final class WebhooksCommand implements Runnable {

    @Mixin
    private GatewayMixin gateway;

    @Override
    public void run() {
        list();
    }

    @Command(description = "Lists all endpoints.", mixinStandardHelpOptions = true)
    void list() {
        table(calls().all()).forEach(Terminal.standard()::line);
    }

    @Command(description = "Adds an endpoint and prints its secret, this once.", mixinStandardHelpOptions = true)
    void create(
            @Parameters(paramLabel = "URL", description = "Where events are sent.") String url,
            @Option(
                            names = "--types",
                            split = ",",
                            paramLabel = "TYPE",
                            description = "Such as upload.published,upload.failed; all if absent.")
                    List<String> types) {
        WebhookCalls.WithSecret made = calls().add(url, types == null ? List.of() : types);
        Terminal.standard().line(made.endpoint().id() + "  " + made.secret());
    }

    @Command(description = "Prints a new secret; the one before signs for a day.", mixinStandardHelpOptions = true)
    void rotate(@Parameters(paramLabel = "ENDPOINT") UUID id) {
        Terminal.standard().line(calls().rotate(id).secret());
    }

    @Command(
            description = "Has nothing sent to an endpoint; replay afterwards what happens meanwhile.",
            mixinStandardHelpOptions = true)
    void pause(@Parameters(paramLabel = "ENDPOINT") UUID id) {
        calls().pause(id, true);
        Terminal.standard().line("Nothing is sent to %s until it is resumed.".formatted(id));
    }

    @Command(
            description = "Has events sent again to an endpoint that was paused, by you or because it took nothing.",
            mixinStandardHelpOptions = true)
    void resume(@Parameters(paramLabel = "ENDPOINT") UUID id) {
        calls().pause(id, false);
        Terminal.standard()
                .line(
                        "What happens from now on is sent; ./cliprelay webhooks replay %s --since INSTANT sends what was missed."
                                .formatted(id));
    }

    @Command(description = "Removes an endpoint.", mixinStandardHelpOptions = true)
    void delete(@Parameters(paramLabel = "ENDPOINT") UUID id) {
        calls().remove(id);
        Terminal.standard().line("Nothing is sent to %s any more.".formatted(id));
    }

    @Command(description = "Sends an event that tells nothing.", mixinStandardHelpOptions = true)
    void test(@Parameters(paramLabel = "ENDPOINT") UUID id) {
        Terminal.standard()
                .line("Sent as %s; ./cliprelay webhooks deliveries %s shows how it went."
                        .formatted(calls().test(id), id));
    }

    @Command(description = "Shows what was sent, newest first.", mixinStandardHelpOptions = true)
    void deliveries(@Parameters(paramLabel = "ENDPOINT") UUID id) {
        Table table = new Table("EVENT", "TYPE", "STATE", "TRIES", "LAST ANSWER", "");
        calls().deliveries(id)
                .forEach(delivery -> table.row(
                        delivery.eventId(),
                        delivery.type(),
                        delivery.state(),
                        delivery.attempts().size(),
                        delivery.attempts().isEmpty()
                                ? ""
                                : delivery.attempts().getLast().result(),
                        delivery.nextAttemptAt().map(at -> "next at " + at).orElse("")));
        table.lines().forEach(Terminal.standard()::line);
    }

    @Command(
            description = "Delivers events again: one, or all since an instant, until another one or now.",
            mixinStandardHelpOptions = true)
    void replay(
            @Parameters(paramLabel = "ENDPOINT") UUID id,
            @Option(names = "--event", paramLabel = "EVENT", description = "As deliveries prints it.") String event,
            @Option(names = "--since", paramLabel = "INSTANT", description = "Such as 2026-12-01T18:00:00Z.")
                    Instant since,
            @Option(names = "--until", paramLabel = "INSTANT", description = "Now if absent.") Instant until) {
        Map<String, String> wish = new HashMap<>();
        Optional.ofNullable(event).ifPresent(eventId -> wish.put("eventId", eventId));
        Optional.ofNullable(since).ifPresent(from -> wish.put("from", from.toString()));
        Optional.ofNullable(until).ifPresent(to -> wish.put("to", to.toString()));
        Terminal.standard().line("%d events are delivered again.".formatted(calls().replay(id, wish)));
    }

    private WebhookCalls calls() {
        return gateway.client().webhooks();
    }

    static List<String> table(List<WebhookCalls.Endpoint> endpoints) {
        Table table = new Table("ENDPOINT", "URL", "TYPES", "");
        endpoints.forEach(endpoint -> table.row(
                endpoint.id(),
                endpoint.url(),
                endpoint.types().isEmpty() ? "all" : String.join(",", endpoint.types()),
                endpoint.paused()
                        ? "paused"
                                + endpoint.pausedBecause()
                                        .map(why -> ": " + why)
                                        .orElse("")
                        : ""));
        return table.lines();
    }
}
