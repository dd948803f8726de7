package io.cliprelay.benchmarks.analytics;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;

/** What gateway, scheduler and workers would tell of many uploads, told at once: four events each. */
final class EventFlood {

    static final int EVENTS_AN_UPLOAD = 4;

    /** Whose key the stack hands out. */
    private static final String TENANT = "default";

    private static final List<String> PLATFORMS = List.of("youtube", "instagram", "tiktok", "linkedin");

    private final String broker;
    private final Instant start = Instant.now().minus(Duration.ofDays(3));

    EventFlood(String broker) {
        this.broker = broker;
    }

    /** Returns when the broker has all of them. */
    void of(int uploads) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 << 10);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int n = 0; n < uploads; n++) {
                tell(producer, n);
            }
        }
    }

    private void tell(KafkaProducer<String, String> producer, int n) {
        String platform = PLATFORMS.get(n % PLATFORMS.size());
        UUID clip = Ids.newClip();
        UUID account = Ids.account(TENANT, platform, "account-" + n % 8);
        UploadRef upload = new UploadRef(Ids.upload(clip, account), clip, platform, account);
        Instant due = start.plusMillis(1000L * n);
        send(producer, Topics.CLIP_EVENTS, clip, due, submitted(upload, due));
        Object[] way = {
            new UploadEvent.Queued(upload, 1, due),
            new UploadEvent.Started(upload, 1),
            new UploadEvent.Published(
                    upload,
                    1,
                    new UploadEvent.Publication("p" + n, URI.create("https://example.com/" + n), due.plusSeconds(9)),
                    due)
        };
        for (int step = 0; step < way.length; step++) {
            send(producer, Topics.UPLOAD_EVENTS, upload.uploadId(), due.plusSeconds(step * 4L), way[step]);
        }
    }

    private static ClipSubmitted submitted(UploadRef upload, Instant due) {
        MediaReference media = new MediaReference(
                URI.create("file:/media/clip.mp4"), Optional.empty(), Optional.empty(), Optional.empty());
        PostContent content = new PostContent(
                media, "A clip", "About it", List.of("cats", "fun"), Privacy.PRIVATE, Optional.empty(), Map.of());
        PlannedUpload planned =
                new PlannedUpload(upload.uploadId(), upload.platform(), upload.accountId(), due, content);
        return new ClipSubmitted(upload.clipId(), due, List.of(planned));
    }

    private static void send(
            KafkaProducer<String, String> producer, String topic, UUID subject, Instant at, Object data) {
        EventEnvelope<?> event = EventEnvelope.of("/benchmarks", subject.toString(), TENANT, at, data);
        ProducerRecord<String, String> record =
                new ProducerRecord<>(topic, subject.toString(), EventJson.encode(event.data()));
        CloudEventHeaders.of(event)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }
}
