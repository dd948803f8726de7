package io.cliprelay.gateway.webhook;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One event to be sent to one endpoint now.
 *
 * @param delivery the row that it is of
 * @param attempt from 1
 * @param eventId the same whenever the event is sent, so that a receiver can tell repeats
 * @param secrets all that sign: the current one first, and those before for a while
 */
record Message(long delivery, int attempt, URI url, String eventId, String body, List<SigningSecret> secrets) {

    Message {
        secrets = List.copyOf(secrets);
    }

    String signatures(long timestamp) {
        return secrets.stream()
                .map(secret -> secret.sign(eventId, timestamp, body))
                .collect(Collectors.joining(" "));
    }
}
