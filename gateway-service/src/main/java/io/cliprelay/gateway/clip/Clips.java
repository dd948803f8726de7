package io.cliprelay.gateway.clip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.store.Store;

/** The clips that are stored, each visible to its tenant only. */
@ApplicationScoped
public class Clips {

    /** Above every id in the order of UUIDs. */
    private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Store store;

    Clips(Store store) {
        this.store = store;
    }

    /** The clip; empty where there is none of that tenant. */
    public Uni<Optional<ClipView>> find(String tenant, UUID id) {
        return store.read(session -> find(session, tenant, id));
    }

    /** The same within a transaction. */
    public static Uni<Optional<ClipView>> find(StatelessSession session, String tenant, UUID id) {
        return rows(session, tenant, id)
                .chain(clips -> withUploads(session, clips))
                .map(views -> views.stream().findFirst());
    }

    /** The uploads of a clip, in the order of its targets; none where there is no such clip of that tenant. */
    public Uni<List<Upload>> uploads(String tenant, UUID clipId) {
        return store.read(session -> session.createSelectionQuery(
                        "from UploadRow where clipId = ?1 and tenant = ?2 order by position", UploadRow.class)
                .setParameter(1, clipId)
                .setParameter(2, tenant)
                .getResultList()
                .map(rows -> rows.stream().map(UploadRow::upload).toList()));
    }

    /** The tenant's clips older than {@code before}, newest first; from the newest where absent. */
    Uni<ClipPage> page(String tenant, Optional<UUID> before, int limit) {
        return store.read(session -> session.createSelectionQuery(
                        "from ClipRow where tenant = ?1 and id < ?2 order by id desc", ClipRow.class)
                .setParameter(1, tenant)
                .setParameter(2, before.orElse(NEWEST))
                .setMaxResults(limit + 1)
                .getResultList()
                .chain(clips -> withUploads(session, clips))
                .map(views -> ClipPage.of(views, limit)));
    }

    private static Uni<List<ClipRow>> rows(StatelessSession session, String tenant, UUID id) {
        return session.createSelectionQuery("from ClipRow where id = ?1 and tenant = ?2", ClipRow.class)
                .setParameter(1, id)
                .setParameter(2, tenant)
                .getResultList();
    }

    private static Uni<List<ClipView>> withUploads(StatelessSession session, List<ClipRow> clips) {
        List<UUID> ids = clips.stream().map(ClipRow::id).toList();
        return session.createSelectionQuery(
                        "from UploadRow where clipId in ?1 order by clipId, position", UploadRow.class)
                .setParameter(1, ids)
                .getResultList()
                .map(uploads -> views(clips, uploads));
    }

    private static List<ClipView> views(List<ClipRow> clips, List<UploadRow> uploads) {
        Map<UUID, List<UploadRow>> byClip = uploads.stream().collect(Collectors.groupingBy(UploadRow::clipId));
        return clips.stream()
                .map(clip -> ClipView.of(clip, byClip.getOrDefault(clip.id(), List.of())))
                .toList();
    }
}
