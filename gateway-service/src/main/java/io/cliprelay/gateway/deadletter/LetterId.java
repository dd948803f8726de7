package io.cliprelay.gateway.deadletter;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cliprelay.contracts.Topics;

/**
 * Where a letter lies.
 *
 * @param topic that it was meant for, without the ending of the dead-letter topic
 */
record LetterId(String topic, int partition, long offset) {

    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]{1,200})@(\\d{1,9})@(\\d{1,18})");

    LetterId {
        Objects.requireNonNull(topic, "topic");
    }

    /** As {@link #toString} writes it; empty where it is no such text. */
    static Optional<LetterId> read(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new LetterId(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    /** The topic that it lies on. */
    String deadLetterTopic() {
        return Topics.deadLetters(topic);
    }

    @Override
    public String toString() {
        return topic + "@" + partition + "@" + offset;
    }
}
