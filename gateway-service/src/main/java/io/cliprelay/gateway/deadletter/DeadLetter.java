package io.cliprelay.gateway.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record that was set aside, as callers see it.
 *
 * @param id names it
 * @param topic that it was meant for
 * @param since when it was set aside
 * @param reason why
 * @param type the event's type, as far as it tells one
 * @param subject the clip or upload that it is about, as far as it tells one
 * @param origin topic, partition and offset that it had
 * @param replay present once it was sent again
 * @param key only where one letter is shown; absent where it has none
 * @param headers only where one letter is shown
 * @param value only where one letter is shown; absent where it has none
 */
@Schema(name = "DeadLetter")
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
        Optional<String> value) {

    public DeadLetter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * That it was sent again.
     *
     * @param by the key's id or name, or the person
     */
    @Schema(name = "DeadLetterReplay")
    public record Replay(Instant at, String by) {}

    static DeadLetter brief(Letter letter, Optional<Replay> replay) {
        return of(letter, replay, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static DeadLetter whole(Letter letter, Optional<Replay> replay) {
        return of(letter, replay, letter.key(), Optional.of(letter.headers()), letter.value());
    }

    /** The same without what was in it. */
    DeadLetter withoutRecord() {
        return new DeadLetter(
                id,
                topic,
                since,
                reason,
                type,
                subject,
                origin,
                replay,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static DeadLetter of(
            Letter letter,
            Optional<Replay> replay,
            Optional<String> key,
            Optional<Map<String, String>> headers,
            Optional<String> value) {
        return new DeadLetter(
                letter.id().toString(),
                letter.id().topic(),
                letter.since(),
                letter.reason(),
                letter.type(),
                letter.subject(),
                letter.origin(),
                replay,
                key,
                headers,
                value);
    }
}
