package io.cliprelay.contracts;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicsTest {

    @Test
    void theSharedTopicsAreTheseEachWithItsDeadLetters() {
        assertThat(Topics.shared())
                .extracting(TopicSpec::name)
                .containsExactly(
                        "clip-intake",
                        "clip-intake.dlq",
                        "clip-intake-replies",
                        "clip-intake-replies.dlq",
                        "clip-events",
                        "clip-events.dlq",
                        "upload-events",
                        "upload-events.dlq",
                        "upload-progress",
                        "upload-progress.dlq",
                        "platform-catalog",
                        "platform-catalog.dlq",
                        "account-events",
                        "account-events.dlq",
                        "post-events",
                        "post-events.dlq");
    }

    @Test
    void aPlatformAddsItsCommands() {
        assertThat(Topics.ofPlatform("youtube"))
                .extracting(TopicSpec::name)
                .containsExactly("platform-upload.youtube", "platform-upload.youtube.dlq");
    }

    @Test
    void onlyTheCatalogIsCompacted() {
        assertThat(Topics.shared())
                .filteredOn(TopicSpec::compacted)
                .extracting(TopicSpec::name)
                .containsExactly("platform-catalog");
    }

    @Test
    void deadLettersWaitForAPersonLongerThanAHoliday() {
        assertThat(Topics.shared())
                .filteredOn(topic -> topic.name().endsWith(".dlq"))
                .hasSize(8)
                .allSatisfy(topic -> assertThat(topic.retention()).isGreaterThan(Duration.ofDays(21)));
    }
}
