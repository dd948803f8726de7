package io.cliprelay.gateway.deadletter;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.cliprelay.contracts.Topics;

/** Whose a letter is. Others' programs write {@code clip-intake}: what stands there of its tenant proves nothing. */
@ApplicationScoped
class LetterOwner {

    private final Set<String> operators;

    LetterOwner(LetterConfig config) {
        this.operators = config.operators().orElse(Set.of());
    }

    /** Whether the admins of {@code tenant} may see and replay it. */
    boolean allows(String tenant, Letter letter) {
        return operators.contains(tenant)
                || !letter.id().topic().equals(Topics.CLIP_INTAKE)
                        && letter.tenant().filter(tenant::equals).isPresent();
    }
}
