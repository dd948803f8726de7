package io.cliprelay.gateway.intake;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.store.SessionTransaction;
import io.cliprelay.gateway.store.Store;
import io.cliprelay.gateway.submission.Answer;
import io.cliprelay.gateway.submission.Submission;
import io.cliprelay.gateway.submission.Submissions;
import io.cliprelay.gateway.submission.Telling;
import io.cliprelay.kit.consume.EventConsumer;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.problem.ProblemException;

/** Takes submissions from video pipelines: the same checks and keys as by HTTP, answered by an event. */
@ApplicationScoped
public class ClipIntake {

    /** In the reply to a producer that nobody knows. */
    private static final String NOBODY = "none";

    private final EventConsumer consumer;
    private final Submissions submissions;
    private final Store store;
    private final Outbox outbox;
    private final IntakeTenants tenants;
    private final InstantSource clock;

    ClipIntake(
            EventConsumer consumer,
            Submissions submissions,
            Store store,
            Outbox outbox,
            IntakeConfig config,
            InstantSource clock) {
        this.consumer = consumer;
        this.submissions = submissions;
        this.store = store;
        this.outbox = outbox;
        this.tenants = IntakeTenants.of(config);
        this.clock = clock;
    }

    @Incoming("clip-intake")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return switch (IntakeRecord.read(incoming.getHeaders(), incoming.getPayload(), tenants.principalHeader())) {
            case IntakeRecord.Readable readable ->
                ofItsOwner(incoming, readable.producer(), tenant -> submit(incoming, tenant, readable));
            case IntakeRecord.Misspelt misspelt ->
                ofItsOwner(
                        incoming,
                        misspelt.producer(),
                        tenant -> reject(incoming, tenant, misspelt.producer(), misspelt.problem()));
            case IntakeRecord.OfOtherType other -> consumer.skip(incoming, other.type());
            case IntakeRecord.Unreadable unreadable -> consumer.setAside(incoming, unreadable.reason());
        };
    }

    /** Does {@code work} for the tenant whose the event is, or tells its producer that it is nobody's. */
    private Uni<Void> ofItsOwner(
            IncomingKafkaRecord<String, String> incoming, Producer producer, Function<String, Uni<Void>> work) {
        return switch (tenants.of(producer)) {
            case IntakeTenants.Owner.Known known -> consumer.handle(incoming, () -> work.apply(known.tenant()));
            case IntakeTenants.Owner.Refused refused ->
                consumer.handle(
                        incoming, () -> reject(incoming, refused.tenant().orElse(NOBODY), producer, refused.problem()));
        };
    }

    private Uni<Void> submit(
            IncomingKafkaRecord<String, String> incoming, String tenant, IntakeRecord.Readable readable) {
        Producer producer = readable.producer();
        IntakeReplies replies = replies(incoming, tenant, producer);
        Submission submission = new Submission(tenant, producer.source(), producer.id(), readable.clip());
        return settled(submission, new Telling.ByEvent(replies::to)).replaceWithVoid();
    }

    /** Another replica may have the same submission in hand, if a partition has just moved: then that one is waited for. */
    private Uni<Answer> settled(Submission submission, Telling telling) {
        return submissions
                .submit(submission, telling)
                // Only the scheduler knows which slot is free: an outage, too.
                .onFailure(ProblemException.class)
                .transform(away -> new TimeoutException(away.getMessage()))
                .chain(answer -> switch (answer) {
                    // Told as an outage, which passes and is tried again.
                    case Answer.InFlight inFlight ->
                        Uni.createFrom().failure(new TimeoutException("in flight elsewhere"));
                    case Answer.Accepted accepted -> Uni.createFrom().item(answer);
                    case Answer.Rejected rejected -> Uni.createFrom().item(answer);
                });
    }

    private Uni<Void> reject(
            IncomingKafkaRecord<String, String> incoming, String tenant, Producer producer, Problem problem) {
        OutgoingEvent rejection = replies(incoming, tenant, producer).rejection(problem);
        return store.write(session -> outbox.add(new SessionTransaction(session), rejection));
    }

    private IntakeReplies replies(IncomingKafkaRecord<String, String> incoming, String tenant, Producer producer) {
        return new IntakeReplies(producer, tenant, Optional.ofNullable(incoming.getKey()), clock.instant());
    }
}
