package io.cliprelay.gateway.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.gateway.clip.ClipTagRow;
import io.cliprelay.gateway.event.Happenings;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.store.SessionTransaction;
import io.cliprelay.kit.outbox.Outbox;

/** Stores clips with all that belongs to them, and tells of them, in the same three statements for any number. */
@ApplicationScoped
class NewClips {

    /** Text first, so that jsonb is parsed. References are checked when all of the statement is done. */
    private static final String STORE = """
            with given as materialized (
                select *
                from jsonb_to_recordset(cast(cast($2 as text) as jsonb))
                     as clip(id uuid, title text, created_at timestamptz, submission text, sandbox_only boolean,
                             origin text, key text, request_hash text, answer text, uploads jsonb, tags jsonb)),
            clips as (
                insert into clip (id, tenant, title, created_at, submission, sandbox_only)
                select id, $1, title, created_at, submission, sandbox_only from given),
            uploads as (
                insert into upload
                    (id, clip_id, tenant, position, platform, account_id, account_name, state, attempt, due_at)
                select upload.id, given.id, $1, upload.position, upload.platform, upload.account_id,
                       upload.account_name, upload.state, upload.attempt, upload.due_at
                from given
                cross join jsonb_to_recordset(given.uploads)
                     as upload(id uuid, position integer, platform text, account_id uuid, account_name text,
                               state text, attempt integer, due_at timestamptz)),
            tags as (
                insert into clip_tag (tenant, tag, clip_id)
                select $1, tag, given.id from given cross join jsonb_array_elements_text(given.tags) tag)
            insert into submission (tenant, origin, key, request_hash, accepted, clip_id, answer, answered_at)
            select $1, origin, key, request_hash, true, id, answer, created_at from given
            """;

    private final Outbox outbox;
    private final Happenings happenings;

    NewClips(Outbox outbox, Happenings happenings) {
        this.outbox = outbox;
        this.happenings = happenings;
    }

    /** A clip as the statement reads it. */
    private record Entry(
            UUID id,
            String title,
            Instant created_at,
            String submission,
            boolean sandbox_only,
            String origin,
            String key,
            String request_hash,
            String answer,
            List<UploadEntry> uploads,
            List<String> tags) {

        static Entry of(Plan plan) {
            Submission submitted = plan.submitted();
            return new Entry(
                    plan.clipId(),
                    plan.title(),
                    plan.submittedAt(),
                    EventJson.encode(plan.submission()),
                    submitted.sandboxOnly(),
                    submitted.origin(),
                    submitted.key(),
                    submitted.hash(),
                    EventJson.encode(plan.view()),
                    UploadEntry.of(plan.uploads()),
                    ClipTagRow.tags(plan.submission()));
        }
    }

    private record UploadEntry(
            UUID id,
            int position,
            String platform,
            UUID account_id,
            String account_name,
            String state,
            int attempt,
            Instant due_at) {

        static List<UploadEntry> of(List<Upload> uploads) {
            return IntStream.range(0, uploads.size())
                    .mapToObj(position -> of(position, uploads.get(position)))
                    .toList();
        }

        private static UploadEntry of(int position, Upload upload) {
            return new UploadEntry(
                    upload.id(),
                    position,
                    upload.platform(),
                    upload.accountId(),
                    upload.accountName(),
                    upload.status().state().name(),
                    upload.status().attempt(),
                    upload.status().dueAt());
        }
    }

    /** In the session's transaction. The plans are one tenant's. */
    Uni<Void> store(StatelessSession session, List<Plan> plans) {
        if (plans.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        SessionTransaction transaction = new SessionTransaction(session);
        String tenant = plans.getFirst().tenant();
        String entries = EventJson.encode(plans.stream().map(Entry::of).toList());
        return transaction
                .update(STORE, List.of(tenant, entries))
                .chain(() -> outbox.addAll(
                        transaction, plans.stream().map(Plan::event).toList()))
                .chain(() -> happenings.submitted(
                        session, tenant, plans.stream().map(Plan::view).toList()));
    }
}
