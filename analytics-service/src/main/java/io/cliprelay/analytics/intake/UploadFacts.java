package io.cliprelay.analytics.intake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.ClipCancelled;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.ClipPaused;
import io.cliprelay.contracts.clip.ClipResumed;
import io.cliprelay.contracts.clip.ClipRevised;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.UploadRetryRequested;
import io.cliprelay.contracts.clip.UploadSettled;
import io.cliprelay.contracts.upload.UploadEvent;

/**
 * What is known of each upload, one row each. An upload has one submission and at most one outcome, so writing a fact
 * twice, or the outcome before the submission, leaves the same row: redelivery needs no memory of events. What is live
 * stays live, whatever an older event says.
 */
@ApplicationScoped
public class UploadFacts {

    private static final String SUBMITTED = """
            insert into upload_fact (upload_id, tenant, platform, submitted_at) values ($1, $2, $3, $4)
            on conflict (upload_id) do update set submitted_at = excluded.submitted_at
            """;

    private static final String ENDED = """
            insert into upload_fact (upload_id, tenant, platform, outcome, ended_at, failure_category)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (upload_id) do update
            set outcome = excluded.outcome, ended_at = excluded.ended_at, failure_category = excluded.failure_category
            where upload_fact.outcome is distinct from 'PUBLISHED'
            """;

    private final Pool pool;

    UploadFacts(Pool pool) {
        this.pool = pool;
    }

    /** Learns of a clip's uploads. */
    public Uni<Void> learnOfClip(EventEnvelope<ClipEvent> event) {
        return switch (event.data()) {
            case ClipSubmitted submitted -> pool.withTransaction(tx -> learnOfAll(tx, event.tenant(), submitted));
            // What comes of these comes back as the uploads' own events.
            case ClipRevised revised -> Uni.createFrom().voidItem();
            case ClipCancelled cancelled -> Uni.createFrom().voidItem();
            case ClipPaused paused -> Uni.createFrom().voidItem();
            case ClipResumed resumed -> Uni.createFrom().voidItem();
            case UploadRetryRequested requested -> Uni.createFrom().voidItem();
            case UploadSettled settled -> Uni.createFrom().voidItem();
        };
    }

    /** Learns how an upload ended, where the event tells. */
    public Uni<Void> learnOfUpload(EventEnvelope<UploadEvent> event) {
        return Outcome.of(event.data())
                .map(outcome -> learnOfEnd(event, outcome))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<Void> learnOfAll(SqlConnection tx, String tenant, ClipSubmitted submitted) {
        OffsetDateTime at = submitted.submittedAt().atOffset(ZoneOffset.UTC);
        return Multi.createFrom()
                .iterable(submitted.uploads())
                .onItem()
                .transformToUniAndConcatenate(upload -> learnOfSubmission(tx, tenant, upload, at))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> learnOfSubmission(
            SqlConnection tx, String tenant, PlannedUpload upload, OffsetDateTime at) {
        return tx.preparedQuery(SUBMITTED)
                .execute(Tuple.of(upload.uploadId(), tenant, upload.platform(), at))
                .replaceWithVoid();
    }

    private Uni<Void> learnOfEnd(EventEnvelope<UploadEvent> event, Outcome outcome) {
        Tuple row = Tuple.from(new Object[] {
            event.data().upload().uploadId(),
            event.tenant(),
            event.data().upload().platform(),
            outcome.state().name(),
            event.time().atOffset(ZoneOffset.UTC),
            outcome.failureCategory().orElse(null)
        });
        return pool.preparedQuery(ENDED).execute(row).replaceWithVoid();
    }
}
