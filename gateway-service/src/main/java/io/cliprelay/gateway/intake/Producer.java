package io.cliprelay.gateway.intake;

import java.util.Objects;
import java.util.Optional;

/**
 * Who handed something in, and how it names it.
 *
 * @param source the event's source, by its own word
 * @param id the event's id: what it is answered by, and its idempotency key within the source
 * @param claimed the tenant that the event says it is of; absent where it says nothing
 * @param principal who wrote it, by the word of a proxy before the broker; absent where there is none
 */
record Producer(String source, String id, Optional<String> claimed, Optional<String> principal) {

    Producer {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(claimed, "claimed");
        Objects.requireNonNull(principal, "principal");
    }
}
