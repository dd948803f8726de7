package io.cliprelay.gateway.intake;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.gateway.store.SessionTransaction;
import io.cliprelay.gateway.store.Store;
import io.cliprelay.gateway.submission.Answer;
import io.cliprelay.gateway.submission.Submission;
import io.cliprelay.gateway.submission.Submissions;
import io.cliprelay.gateway.submission.Telling;
import io.cliprelay.kit.consume.EventConsumer;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.problem.ProblemException;

/** Takes submissions from video pipelines: the same checks and keys as by HTTP, answered by an event. */
@ApplicationScoped
public class ClipIntake {

    private final EventConsumer consumer;
    private final Submissions submissions;
    private final Store store;
    private final Outbox outbox;
    private final IntakeConfig config;
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
        this.config = config;
        this.clock = clock;
    }

    @Incoming("clip-intake")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return switch (IntakeRecord.read(incoming)) {
            case IntakeRecord.Readable readable -> consumer.handle(incoming, () -> submit(incoming, readable));
            case IntakeRecord.Misspelt misspelt -> consumer.handle(incoming, () -> reject(incoming, misspelt));
            case IntakeRecord.OfOtherType other -> consumer.skip(incoming, other.type());
            case IntakeRecord.Unreadable unreadable -> consumer.setAside(incoming, unreadable.reason());
        };
    }

    private Uni<Void> submit(IncomingKafkaRecord<String, String> incoming, IntakeRecord.Readable readable) {
        IntakeReplies replies = replies(incoming, readable.origin());
        Submission submission = new Submission(
                replies.tenant(), readable.origin().source(), readable.origin().id(), readable.clip());
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

    private Uni<Void> reject(IncomingKafkaRecord<String, String> incoming, IntakeRecord.Misspelt misspelt) {
        IntakeReplies replies = replies(incoming, misspelt.origin());
        return store.write(session ->
                outbox.addAll(new SessionTransaction(session), List.of(replies.rejection(misspelt.problem()))));
    }

    private IntakeReplies replies(IncomingKafkaRecord<String, String> incoming, IntakeRecord.Origin origin) {
        String tenant = config.tenants().getOrDefault(origin.source(), config.defaultTenant());
        return new IntakeReplies(origin, tenant, Optional.ofNullable(incoming.getKey()), clock.instant());
    }
}
