package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.Topics;

/**
 * Sends commands straight to Kafka, a batch at a time: Kafka's own client, because at tens of thousands a second each
 * step between costs more than the sending.
 */
@ApplicationScoped
public class CommandSender {

    private static final Logger LOG = Logger.getLogger(CommandSender.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** How long the one thread waits for what Kafka's client must know of a topic, and how long it then does not. */
    private static final Duration TOPIC_WAIT = Duration.ofSeconds(1);

    private static final Duration TOPIC_REST = Duration.ofSeconds(5);

    /** Room for what may be on its way, so that no send waits for what cannot be delivered. */
    private static final long MEMORY = 128L * 1024 * 1024;

    private final Map<String, Object> kafka;
    private final DueConfig config;
    /** Only touched on the thread: when topics of which nothing was to be learned are asked about again. */
    private final Map<String, Long> restsUntil = new HashMap<>();

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
        // Nobody would ever answer for none.
        return jobs.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.createFrom().emitter(emitter -> thread.execute(() -> new Sending(jobs, emitter::complete).run()));
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
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TOPIC_WAIT.toMillis());
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, MEMORY);
        return settings;
    }

    private boolean rests(String topic) {
        Long until = restsUntil.get(topic);
        return until != null && System.nanoTime() - until < 0;
    }

    /** A topic that is missing, or whose brokers are away, must not have the commands of all others wait for it. */
    private void letRest(String topic, Future<RecordMetadata> sent) {
        if (sent.isDone() && sent.state() == Future.State.FAILED && sent.exceptionNow() instanceof TimeoutException) {
            restsUntil.put(topic, System.nanoTime() + TOPIC_REST.toNanos());
        }
    }

    /** One batch on its way. */
    private final class Sending {

        private final CommandRecords records = new CommandRecords();
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
            String topic = Topics.platformUpload(job.upload().platform());
            if (rests(topic)) {
                answered(job, new TimeoutException("Nothing could be learned of " + topic));
                return;
            }
            try {
                letRest(topic, producer.send(records.of(topic, job), (metadata, failure) -> answered(job, failure)));
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
