package io.cliprelay.contracts;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The topics by name; who writes and who reads them is in {@code asyncapi.yaml}. */
public final class Topics {

    public static final String CLIP_INTAKE = "clip-intake";
    public static final String CLIP_INTAKE_REPLIES = "clip-intake-replies";
    public static final String CLIP_EVENTS = "clip-events";
    public static final String UPLOAD_EVENTS = "upload-events";
    public static final String UPLOAD_PROGRESS = "upload-progress";
    public static final String PLATFORM_CATALOG = "platform-catalog";
    public static final String ACCOUNT_EVENTS = "account-events";
    public static final String POST_EVENTS = "post-events";

    /** Long enough to rebuild statistics and read models from Kafka alone. */
    private static final Duration HISTORY = Duration.ofDays(365);
    /** Long enough for a person to come back from a holiday. */
    private static final Duration WORK = Duration.ofDays(30);
    /** Progress is worth nothing once the next one is there. */
    private static final Duration MOMENT = Duration.ofMinutes(10);

    private Topics() {}

    /** The commands for one platform's worker. */
    public static String platformUpload(String platform) {
        return "platform-upload." + platform;
    }

    /** Where records of {@code topic} go that could not be read. */
    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }

    /** The topics that every deployment has, each with its dead-letter topic. */
    public static List<TopicSpec> shared() {
        return Stream.of(
                        TopicSpec.retained(CLIP_INTAKE, WORK),
                        TopicSpec.retained(CLIP_INTAKE_REPLIES, WORK),
                        TopicSpec.retained(CLIP_EVENTS, HISTORY),
                        TopicSpec.retained(UPLOAD_EVENTS, HISTORY),
                        TopicSpec.retained(UPLOAD_PROGRESS, MOMENT),
                        TopicSpec.compacted(PLATFORM_CATALOG),
                        TopicSpec.retained(ACCOUNT_EVENTS, HISTORY),
                        TopicSpec.retained(POST_EVENTS, HISTORY))
                .flatMap(Topics::withDeadLetters)
                .toList();
    }

    /** The topics that a platform adds, with their dead-letter topics. */
    public static List<TopicSpec> ofPlatform(String platform) {
        return withDeadLetters(TopicSpec.retained(platformUpload(platform), WORK))
                .toList();
    }

    private static Stream<TopicSpec> withDeadLetters(TopicSpec topic) {
        return Stream.of(topic, TopicSpec.retained(deadLetters(topic.name()), WORK));
    }
}
