package io.cliprelay.gateway.live;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.gateway.clip.Clips;
import io.cliprelay.gateway.event.ClipEnd;
import io.cliprelay.gateway.store.Store;

/** A clip and the events that led to it, as of one instant. To be called on a Vert.x context. */
@ApplicationScoped
class ClipSnapshots {

    private static final String LATEST =
            "select id, position from webhook_event where clip_id = ?1 and position is not null order by position desc limit 1";

    /** What is committed and has no position yet is in the clip, and comes after it. */
    private static final String WAITING = "select id from webhook_event where clip_id = ?1 and position is null";

    private final Store store;

    ClipSnapshots(Store store) {
        this.store = store;
    }

    /** Where the clip's stream begins; empty where there is no such clip of that tenant. */
    Uni<Optional<Beginning>> of(String tenant, UUID clipId) {
        return store.view(session -> Clips.find(session, tenant, clipId)
                .chain(found -> found.map(clip -> with(session, clip).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private static Uni<Beginning> with(StatelessSession session, ClipView clip) {
        return waiting(session, clip.id()).chain(waiting -> session.createNativeQuery(LATEST, Object[].class)
                .setParameter(1, clip.id())
                .getResultList()
                .map(latest -> beginning(clip, latest, waiting)));
    }

    private static Uni<Set<String>> waiting(StatelessSession session, UUID clipId) {
        return session.createNativeQuery(WAITING, String.class)
                .setParameter(1, clipId)
                .getResultList()
                .map(HashSet::new);
    }

    private static Beginning beginning(ClipView clip, List<Object[]> latest, Set<String> waiting) {
        boolean over = ClipEnd.of(clip).isPresent();
        return latest.stream()
                .findFirst()
                .map(row -> Beginning.with(
                        new Moment.Snapshot(clip, Optional.of((String) row[0])),
                        ((Number) row[1]).longValue(),
                        waiting,
                        over))
                .orElseGet(() -> Beginning.with(new Moment.Snapshot(clip, Optional.empty()), 0, waiting, over));
    }
}
