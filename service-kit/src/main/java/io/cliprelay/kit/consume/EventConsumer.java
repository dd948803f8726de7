package io.cliprelay.kit.consume;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;

/**
 * How every service takes an event from Kafka. The record is acknowledged when its handler is done. A record that
 * cannot be read, or whose handling fails for a reason of its own, is set aside so that it blocks nothing; while the
 * database or Kafka is away the handler is tried again until they are back, and the partition waits.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    EventConsumer(DeadLetters deadLetters, MeterRegistry meters) {
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /**
     * Handles one record of a topic of ours.
     *
     * @param handler must be idempotent; runs on the record's Vert.x context
     * @return completes when the record is acknowledged
     */
    public <T> Uni<Void> consume(
            IncomingKafkaRecord<String, String> incoming,
            EventTypes<T> types,
            Function<EventEnvelope<T>, Uni<Void>> handler) {
        ConsumerRecord<String, String> record = Records.of(incoming);
        return switch (EventReader.read(record.headers(), record.value(), types)) {
            case Reading.Readable<T> readable -> handle(incoming, () -> handler.apply(readable.event()));
            case Reading.UnknownType<T> unknown -> skip(incoming, unknown.type());
            case Reading.Unreadable<T> unreadable -> setAside(incoming, unreadable.reason());
        };
    }

    /**
     * Shows one record to a mere onlooker: what cannot be read is left to whoever handles the topic.
     *
     * @param onlooker must neither block nor fail
     */
    public <T> Uni<Void> observe(
            IncomingKafkaRecord<String, String> incoming, EventTypes<T> types, Consumer<EventEnvelope<T>> onlooker) {
        ConsumerRecord<String, String> record = Records.of(incoming);
        if (EventReader.read(record.headers(), record.value(), types) instanceof Reading.Readable<T> readable) {
            onlooker.accept(readable.event());
        }
        return acknowledge(incoming);
    }

    /** The same care for a record that the caller reads itself. */
    public Uni<Void> handle(IncomingKafkaRecord<String, String> incoming, Supplier<Uni<Void>> work) {
        return patiently(incoming.getTopic(), work)
                .onItemOrFailure()
                .transformToUni((done, failure) -> finish(incoming, failure));
    }

    /** The work, tried again as long as what it depends on is away. */
    Uni<Void> patiently(String topic, Supplier<Uni<Void>> work) {
        return onContextOf(Uni.createFrom().deferred(work::get))
                .onFailure(Outage::causes)
                .invoke(failure -> LOG.warnf("Handling of %s waits: %s", topic, failure))
                .onFailure(Outage::causes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    /** Sets the record aside with the reason, as soon as Kafka takes it, and acknowledges it. */
    public Uni<Void> setAside(IncomingKafkaRecord<String, String> incoming, String reason) {
        return setAsideSafely(Records.of(incoming), reason).chain(() -> acknowledge(incoming));
    }

    /**
     * Completes when the record is on its dead-letter topic, however long Kafka is away. One that Kafka takes in no form
     * stays where it is only: nothing behind it may wait for ever.
     */
    Uni<Void> setAsideSafely(ConsumerRecord<String, String> record, String reason) {
        return onContextOf(Uni.createFrom().deferred(() -> deadLetters.setAside(record, reason)))
                .onFailure(failure -> !Refusal.causes(failure))
                .invoke(failure -> LOG.warnf("A dead letter of %s waits: %s", record.topic(), failure))
                .onFailure(failure -> !Refusal.causes(failure))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure()
                .invoke(refusal -> LOG.errorf("A dead letter of %s is refused: %s", record.topic(), refusal))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> finish(IncomingKafkaRecord<String, String> incoming, Throwable failure) {
        if (failure == null) {
            return acknowledge(incoming);
        }
        LOG.errorf(failure, "Handling of a record of %s failed", incoming.getTopic());
        return setAside(incoming, "handling failed: " + failure);
    }

    /** Counts a sound event of a type that this version does not know, and acknowledges it. */
    public Uni<Void> skip(IncomingKafkaRecord<String, String> incoming, String type) {
        return count(incoming.getTopic(), type).chain(() -> acknowledge(incoming));
    }

    /** Counts a sound event of a type that this version does not know. */
    Uni<Void> count(String topic, String type) {
        meters.counter("cliprelay.events.skipped", "topic", topic, "type", type).increment();
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> acknowledge(IncomingKafkaRecord<String, String> incoming) {
        return Uni.createFrom().completionStage(incoming::ack);
    }

    /** A retry comes back on a timer's thread; the work must be on the record's own context every time. */
    private static <T> Uni<T> onContextOf(Uni<T> work) {
        Context context = Vertx.currentContext();
        return context == null ? work : work.runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
