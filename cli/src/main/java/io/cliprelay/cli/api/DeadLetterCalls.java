package io.cliprelay.cli.api;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the gateway knows of records that were set aside; fails as {@link GatewayClient} does. */
public record DeadLetterCalls(GatewayClient gateway) {

    private static final String PATH = "/v1/dead-letters";

    /** One of them; headers and value only where it was asked for by itself. */
    public record DeadLetter(
            String id,
            String topic,
            Instant since,
            String reason,
            Optional<String> type,
            Optional<String> subject,
            String origin,
            Optional<Replay> replay,
            Optional<String> key,
            Optional<Map<String, String>> headers,
            Optional<String> value) {}

    /** That it was sent again. */
    public record Replay(Instant at, String by) {}

    private record Page(List<DeadLetter> items) {
        private Page {
            items = List.copyOf(items);
        }
    }

    /** The latest, newest first. */
    public List<DeadLetter> list(Optional<String> topic, int limit) {
        String only = topic.map(name -> "&topic=" + encoded(name)).orElse("");
        return gateway.read(gateway.request(PATH + "?limit=" + limit + only).build(), Page.class)
                .items();
    }

    public DeadLetter show(String id) {
        return gateway.read(gateway.request(PATH + "/" + encoded(id)).build(), DeadLetter.class);
    }

    /** Has it sent again; yields it as it is then. */
    public DeadLetter replay(String id) {
        return gateway.read(
                gateway.request(PATH + "/" + encoded(id) + "/replay")
                        .POST(BodyPublishers.noBody())
                        .build(),
                DeadLetter.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
