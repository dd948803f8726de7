package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

/**
 * Sends commands straight to Kafka, a batch at a time: Kafka's own client, because at tens of thousands a second each
 * step between costs more than the sending.
 */
@ApplicationScoped
public class CommandSender {

    private static final Logger LOG = Logger.getLogger(CommandSender.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final DueConfig config;
    private ExecutorService thread;
    private Producer<byte[], byte[]> producer;

    CommandSender(@Identifier("default-kafka-broker") Map<String, Object> kafka, DueConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    void open() {
        producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer());
        // The client waits in send() while Kafka is away: on a thread of its own.
        thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "commands"));
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            thread.shutdownNow();
            producer.close(FAREWELL);
        }
    }

    /** Completes, never in failure, when Kafka has all commands but those that it yields. */
    Uni<List<DueJob>> send(List<DueJob> jobs) {
        return Uni.createFrom().emitter(emitter -> thread.execute(() -> new Sending(jobs, emitter::complete).run()));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "scheduler-commands");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // At once when little is due; when much is, records gather behind those on their way.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        // While it goes on by itself it repeats nothing that Kafka has already; a new send of ours would.
        settings.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(config.deliveryTimeout().toMillis()));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        return settings;
    }

    /** One batch on its way. */
    private final class Sending {

        private final List<DueJob> jobs;
        private final Consumer<List<DueJob>> done;
        private final Queue<DueJob> failed = new ConcurrentLinkedQueue<>();
        private final AtomicInteger missing;

        Sending(List<DueJob> jobs, Consumer<List<DueJob>> done) {
            this.jobs = jobs;
            this.done = done;
            this.missing = new AtomicInteger(jobs.size());
        }

        void run() {
            jobs.forEach(this::send);
        }

        private void send(DueJob job) {
            try {
                producer.send(CommandRecord.of(job), (metadata, failure) -> answered(job, failure));
            } catch (RuntimeException refused) {
                answered(job, refused);
            }
        }

        private void answered(DueJob job, Exception failure) {
            if (failure != null) {
                complain(failure);
                failed.add(job);
            }
            if (missing.decrementAndGet() == 0) {
                done.accept(List.copyOf(failed));
            }
        }

        private void complain(Exception failure) {
            if (failed.isEmpty()) {
                LOG.warnf("Commands could not be sent and are tried again: %s", failure.toString());
            }
        }
    }
}
