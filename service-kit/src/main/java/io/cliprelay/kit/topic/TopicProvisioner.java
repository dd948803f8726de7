package io.cliprelay.kit.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

import io.cliprelay.contracts.TopicSpec;
import io.cliprelay.contracts.Topics;

/**
 * Creates the topics that are missing, before the service's channels open; every service does so, and whichever comes
 * first creates. A service adds topics of its own by a bean of type {@link ServiceTopics}.
 */
@ApplicationScoped
public class TopicProvisioner {

    /** Before the messaging extension's own start-up observer, which subscribes to the topics. */
    private static final int BEFORE_MESSAGING = 10;

    private final TopicConfig config;
    private final Map<String, Object> kafka;
    private final Instance<ServiceTopics> ofService;

    TopicProvisioner(
            TopicConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Instance<ServiceTopics> ofService) {
        this.config = config;
        this.kafka = kafka;
        this.ofService = ofService;
    }

    void start(@Observes @Priority(BEFORE_MESSAGING) StartupEvent starting) {
        if (config.create()) {
            Stream<TopicSpec> own =
                    ofService.stream().map(ServiceTopics::topics).flatMap(List::stream);
            createMissing(Stream.concat(Topics.shared().stream(), own).toList());
        }
    }

    private void createMissing(List<TopicSpec> topics) {
        try (Admin admin = Admin.create(adminConfig())) {
            Set<String> existing =
                    admin.listTopics().names().get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(this::created)
                    .toList();
            await(admin.createTopics(missing).values().values());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", interrupted);
        } catch (Exception unreachable) {
            throw new IllegalStateException(
                    "Kafka at %s could not be asked for its topics within %s; is it up, and is KAFKA_BOOTSTRAP_SERVERS right?"
                            .formatted(kafka.get("bootstrap.servers"), config.timeout()),
                    unreachable);
        }
    }

    private Map<String, Object> adminConfig() {
        Map<String, Object> admin = new HashMap<>(kafka);
        admin.put("default.api.timeout.ms", Math.toIntExact(config.timeout().toMillis()));
        admin.put("request.timeout.ms", Math.toIntExact(config.timeout().toMillis()));
        return admin;
    }

    private NewTopic created(TopicSpec topic) {
        Map<String, String> settings = topic.compacted()
                ? Map.of("cleanup.policy", "compact")
                : Map.of("retention.ms", Long.toString(topic.retention().toMillis()));
        return new NewTopic(topic.name(), config.partitions(), config.replicas()).configs(settings);
    }

    private static void await(Collection<KafkaFuture<Void>> creations) throws Exception {
        for (KafkaFuture<Void> creation : creations) {
            try {
                creation.get();
            } catch (ExecutionException failed) {
                // Another service was faster between our look and our request.
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
    }
}
