package io.cliprelay.gateway.access;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.gateway.store.Store;

/** Whether what a caller in test mode wants to change goes to the sandbox and nowhere else. */
@ApplicationScoped
class SandboxCheck {

    private static final String REAL_ACCOUNTS = """
            select count(*) from upload u left join account a on a.id = u.account_id
            where u.%s = ?1 and u.tenant = ?2 and not coalesce(a.sandbox, false)
            """;

    private final Store store;

    SandboxCheck(Store store) {
        this.store = store;
    }

    /** @param id what the path names; null where it names nothing */
    Uni<Boolean> allows(TestGuard guard, String tenant, String id) {
        return switch (guard) {
            case LIVE_ONLY -> Uni.createFrom().item(false);
            case WITHIN -> Uni.createFrom().item(true);
            case SANDBOX_CLIP -> allOnSandbox("clip_id", tenant, id);
            case SANDBOX_UPLOAD -> allOnSandbox("id", tenant, id);
        };
    }

    /** What is not there is on no real platform; the endpoint says that it is not there. */
    private Uni<Boolean> allOnSandbox(String column, String tenant, String id) {
        UUID wanted;
        try {
            wanted = UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return Uni.createFrom().item(true);
        }
        return store.read(session -> session.createNativeQuery(REAL_ACCOUNTS.formatted(column), Long.class)
                .setParameter(1, wanted)
                .setParameter(2, tenant)
                .getSingleResult()
                .map(real -> real == 0));
    }
}
