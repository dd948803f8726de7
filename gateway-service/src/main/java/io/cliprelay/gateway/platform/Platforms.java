package io.cliprelay.gateway.platform;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.gateway.store.Store;

/** The platforms that a worker has described. */
@ApplicationScoped
public class Platforms {

    private static final String DESCRIBED = """
            insert into platform (id, descriptor, described_at) values (?1, ?2, ?3)
            on conflict (id) do update set descriptor = excluded.descriptor, described_at = excluded.described_at
            where platform.described_at < excluded.described_at
            """;

    private final Store store;

    Platforms(Store store) {
        this.store = store;
    }

    /** All platforms by id. */
    public Uni<List<PlatformDescriptor>> all() {
        return store.read(session -> session.createSelectionQuery("from PlatformRow order by id", PlatformRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(PlatformRow::descriptor).toList()));
    }

    /** Clips are taken whatever the platform's status: the scheduler waits. */
    Uni<Void> take(EventEnvelope<PlatformEvent> event) {
        return event.data()
                .latest()
                .map(descriptor -> describe(event, descriptor))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> describe(EventEnvelope<PlatformEvent> event, PlatformDescriptor descriptor) {
        return store.write(session -> session.createNativeQuery(DESCRIBED)
                .setParameter(1, descriptor.platform())
                .setParameter(2, EventJson.encode(descriptor))
                .setParameter(3, event.time())
                .executeUpdate()
                .replaceWithVoid());
    }
}
