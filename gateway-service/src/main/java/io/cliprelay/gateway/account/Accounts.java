package io.cliprelay.gateway.account;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.gateway.store.Store;

/** The connected accounts, each visible to its tenant only. */
@ApplicationScoped
public class Accounts {

    private static final String CONNECTED = """
            insert into account (id, tenant, platform, name, connected_at, sandbox) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (id) do update
            set name = excluded.name, connected_at = excluded.connected_at, sandbox = excluded.sandbox
            where account.connected_at < excluded.connected_at
            """;

    private final Store store;

    Accounts(Store store) {
        this.store = store;
    }

    /** All accounts of a tenant, by platform and name. */
    public Uni<List<Account>> of(String tenant) {
        return store.read(session -> session.createSelectionQuery(
                        "from AccountRow where tenant = ?1 order by platform, name", AccountRow.class)
                .setParameter(1, tenant)
                .getResultList()
                .map(rows -> rows.stream().map(AccountRow::account).toList()));
    }

    Uni<Void> take(EventEnvelope<AccountEvent> event) {
        // The list names accounts, whatever state their consent is in; how they are, AccountHealths knows.
        return event.data() instanceof AccountEvent.Connected connected
                ? connect(event.tenant(), connected)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> connect(String tenant, AccountEvent.Connected connected) {
        return store.write(session -> session.createNativeQuery(CONNECTED)
                .setParameter(1, connected.accountId())
                .setParameter(2, tenant)
                .setParameter(3, connected.platform())
                .setParameter(4, connected.name())
                .setParameter(5, connected.connectedAt())
                .setParameter(6, connected.sandbox().orElse(false))
                .executeUpdate()
                .replaceWithVoid());
    }
}
