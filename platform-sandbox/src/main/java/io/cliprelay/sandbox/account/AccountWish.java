package io.cliprelay.sandbox.account;

import java.util.Optional;

import io.cliprelay.sandbox.http.BadRequest;

/** An account that is asked for; all but the name may be null. */
public record AccountWish(String name, String title, String token) {

    /**
     * Checks the name.
     *
     * @throws BadRequest if there is none, or it is no plain one
     */
    public AccountWish {
        if (name == null || !name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new BadRequest(
                    "/name", "is missing or no plain name", "give 1 to 64 letters, digits, hyphens, underscores");
        }
    }

    public String titleOrName() {
        return Optional.ofNullable(title).orElse(name);
    }

    public String tokenOr(String otherwise) {
        return Optional.ofNullable(token).orElse(otherwise);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "AccountWish[" + name + "]";
    }
}
