package io.cliprelay.gateway.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.access.Mode;
import io.cliprelay.gateway.access.Scope;

/**
 * What a new key is to be; nothing is checked yet.
 *
 * @param mode live where absent
 * @param expiresAt absent for a key that does not end by itself
 */
@Schema(name = "ApiKeyRequest")
public record KeyRequest(Optional<String> name, Optional<Mode> mode, List<Scope> scopes, Optional<Instant> expiresAt) {

    private static final int LONGEST_NAME = 100;

    /** No database keeps much later ones. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public KeyRequest {
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    /** Each field that is wrong; empty where a key can be made of it. */
    List<FieldError> errors(Instant now) {
        List<FieldError> errors = new ArrayList<>();
        if (name.filter(text -> !text.isBlank() && text.length() <= LONGEST_NAME)
                .isEmpty()) {
            errors.add(new FieldError(
                    "/name",
                    "name.missing",
                    "The key has no name of 1 to %d characters.".formatted(LONGEST_NAME),
                    "Name who uses it, such as \"render farm\"."));
        }
        if (scopes.isEmpty()) {
            errors.add(new FieldError(
                    "/scopes",
                    "scopes.missing",
                    "The key could do nothing.",
                    "Add \"scopes\" with some of: submit, read, accounts, admin."));
        }
        if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
            errors.add(new FieldError(
                    "/expiresAt", "expiry.past", "The key would have ended already.", "Send an instant to come."));
        }
        if (expiresAt.filter(end -> end.isAfter(LATEST)).isPresent()) {
            errors.add(new FieldError(
                    "/expiresAt",
                    "expiry.too-far",
                    "It is too far away.",
                    "Leave it out for a key that does not end."));
        }
        return errors;
    }
}
