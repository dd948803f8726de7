package io.cliprelay.gateway.status;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.gateway.store.Store;
import io.cliprelay.kit.problem.ProblemException;

/** The uploads that are stored, each visible to its tenant only. */
@ApplicationScoped
public class Uploads {

    private final Store store;

    Uploads(Store store) {
        this.store = store;
    }

    /** The upload; fails with a problem where there is none of that tenant. */
    public Uni<UploadRow> find(String tenant, UUID id) {
        return store.read(session -> session.get(UploadRow.class, id)).map(row -> Optional.ofNullable(row)
                .filter(upload -> upload.belongsTo(tenant))
                .orElseThrow(() -> new ProblemException(UploadProblems.noSuchUpload(id.toString()))));
    }
}
