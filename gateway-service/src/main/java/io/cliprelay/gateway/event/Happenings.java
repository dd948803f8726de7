package io.cliprelay.gateway.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.gateway.clip.Clips;
import io.cliprelay.gateway.event.EventLog.Noted;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadMoves;
import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.store.SessionTransaction;

/** What others are told of clips and uploads; to be called in the transaction that makes it true, once it is written. */
@ApplicationScoped
public class Happenings implements UploadMoves {

    /**
     * Of two uploads of a clip that end at once, the second sees the first: neither leaves it to the other to tell of the
     * clip's end. Taken after all that others may hold for long, so who has it soon lets go of it.
     */
    private static final String ONE_END_AT_A_TIME =
            "select cast(pg_advisory_xact_lock(hashtextextended(?1, 1)) as text)";

    private final EventLog log;

    Happenings(EventLog log) {
        this.log = log;
    }

    /** Clips were taken. */
    public Uni<Void> submitted(StatelessSession session, String tenant, List<ClipView> clips) {
        List<Noted> events = clips.stream()
                .map(clip -> Noted.of(clip.id().toString(), Happening.of(Happening.SUBMITTED, clip.createdAt(), clip)))
                .toList();
        return log.note(new SessionTransaction(session), tenant, events);
    }

    /**
     * An owner changed a clip.
     *
     * @param change what it was to the clip as a whole; empty where it is told of its uploads alone
     * @param moved those uploads that are otherwise than before
     */
    public Uni<Void> changed(
            StatelessSession session,
            String tenant,
            UUID clipId,
            Instant at,
            Optional<OwnersChange> change,
            List<Upload> moved) {
        List<Noted> ofUploads = moved.stream()
                .map(upload -> Noted.anew(Happening.of(upload, clipId, at)))
                .toList();
        boolean mayEnd =
                moved.stream().anyMatch(upload -> upload.status().state().terminal());
        return (mayEnd ? oneEndAtATime(session, clipId) : Uni.createFrom().voidItem())
                .chain(() -> Clips.find(session, tenant, clipId))
                .map(clip -> all(ofUploads, clip.orElseThrow(), at, change, mayEnd))
                .chain(all -> log.note(new SessionTransaction(session), tenant, all));
    }

    @Override
    public Uni<Void> moved(StatelessSession session, EventEnvelope<UploadEvent> event, UploadRow row) {
        Upload upload = row.upload();
        Noted own = Noted.of(event.id(), Happening.of(event, row.clipId(), upload));
        return (upload.status().state().terminal()
                        ? withEnd(session, event, row.clipId(), own)
                        : Uni.createFrom().item(List.of(own)))
                .chain(all -> log.note(new SessionTransaction(session), event.tenant(), all));
    }

    private Uni<List<Noted>> withEnd(
            StatelessSession session, EventEnvelope<UploadEvent> event, UUID clipId, Noted own) {
        return oneEndAtATime(session, clipId)
                .chain(() -> Clips.find(session, event.tenant(), clipId))
                .map(clip -> all(List.of(own), clip.orElseThrow(), event.time(), Optional.empty(), true));
    }

    private static List<Noted> all(
            List<Noted> ofUploads, ClipView clip, Instant at, Optional<OwnersChange> change, boolean mayEnd) {
        List<Noted> all = new ArrayList<>();
        change.map(OwnersChange::type)
                .map(type -> Noted.anew(Happening.of(type, at, clip)))
                .ifPresent(all::add);
        all.addAll(ofUploads);
        ClipEnd.of(clip)
                .filter(end -> mayEnd)
                .map(end -> Noted.anew(Happening.of(end.type(), at, clip)))
                .ifPresent(all::add);
        return all;
    }

    private static Uni<Void> oneEndAtATime(StatelessSession session, UUID clipId) {
        return session.createNativeQuery(ONE_END_AT_A_TIME, String.class)
                .setParameter(1, clipId.toString())
                .getSingleResult()
                .replaceWithVoid();
    }
}
