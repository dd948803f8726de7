package io.cliprelay.scheduler.due;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.localstack.EmbeddedKafka;
import io.cliprelay.scheduler.Clips;

import static org.assertj.core.api.Assertions.assertThat;

/** Kafka goes away while commands are sent. */
class KafkaOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void whatIsSentWhileKafkaIsAwayArrivesOnceWhenItIsBack() throws Exception {
        List<DueJob> jobs = Stream.generate(KafkaOutageTest::job).limit(300).toList();
        EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        int port = kafka.port();
        CommandSender sender = new CommandSender(Map.of("bootstrap.servers", kafka.bootstrapServers()), config());
        try {
            createTopic(kafka);
            sender.open();
            sender.send(jobs.subList(0, 100)).await().atMost(PATIENCE);
            kafka.close();
            UniAssertSubscriber<List<DueJob>> pending =
                    sender.send(jobs.subList(100, 300)).subscribe().withSubscriber(UniAssertSubscriber.create());
            kafka = EmbeddedKafka.start(folder, port);

            assertThat(pending.awaitItem(PATIENCE).getItem()).isEmpty();
            try (TopicReader reader = TopicReader.of(kafka.bootstrapServers(), Topics.platformUpload(Clips.PLATFORM))) {
                assertThat(reader.all())
                        .extracting(ReceivedEvent::subject)
                        .containsExactlyInAnyOrderElementsOf(jobs.stream()
                                .map(job -> job.upload().uploadId().toString())
                                .toList());
            }
        } finally {
            sender.close();
            kafka.close();
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(Topics.platformUpload(Clips.PLATFORM), 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static DueJob job() {
        UploadRef upload = new UploadRef(UUID.randomUUID(), UUID.randomUUID(), Clips.PLATFORM, UUID.randomUUID());
        String content = EventJson.encode(Clips.content());
        return new DueJob(
                upload, Clips.TENANT, Priority.NORMAL, Instant.EPOCH, 1, Instant.EPOCH, content, Optional.empty());
    }

    private static DueConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DueConfig.class)
                .build()
                .getConfigMapping(DueConfig.class);
    }
}
