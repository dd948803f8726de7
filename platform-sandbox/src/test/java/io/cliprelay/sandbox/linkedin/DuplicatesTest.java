package io.cliprelay.sandbox.linkedin;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicatesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Duplicates duplicates = new Duplicates();
    private final Duplicates.Key post = new Duplicates.Key("author", "text", "video");

    @Test
    void aRepeatWithinTheWindowNamesTheFirst() {
        duplicates.firstOf(post, "first", NOW, WINDOW);

        assertThat(duplicates.firstOf(post, "second", NOW.plusSeconds(599), WINDOW))
                .contains("first");
    }

    @Test
    void afterTheWindowARepeatIsAPostOfItsOwn() {
        duplicates.firstOf(post, "first", NOW, WINDOW);

        assertThat(duplicates.firstOf(post, "second", NOW.plusSeconds(600), WINDOW))
                .isEmpty();
        assertThat(duplicates.firstOf(post, "third", NOW.plusSeconds(601), WINDOW))
                .contains("second");
    }

    @Test
    void anotherTextIsNoRepeat() {
        duplicates.firstOf(post, "first", NOW, WINDOW);

        assertThat(duplicates.firstOf(new Duplicates.Key("author", "other", "video"), "second", NOW, WINDOW))
                .isEmpty();
    }
}
