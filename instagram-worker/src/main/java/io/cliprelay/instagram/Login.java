package io.cliprelay.instagram;

import java.util.Optional;

import io.cliprelay.worker.spi.AccountRef;

/** The two variants of the API, which have hosts, tokens and abilities of their own. */
enum Login {
    /** Without a Facebook Page; Meta fetches the video from a public address. */
    INSTAGRAM,
    /** With a Facebook Page; takes bytes as well. */
    FACEBOOK;

    /** The account's attribute that names it. */
    static final String ATTRIBUTE = "login";

    static Login of(AccountRef account) {
        return of(Optional.ofNullable(account.attributes().get(ATTRIBUTE))).orElse(FACEBOOK);
    }

    /** Facebook where none is named; empty where there is none of that name. */
    static Optional<Login> of(Optional<String> name) {
        return switch (name.orElse("facebook")) {
            case "facebook" -> Optional.of(FACEBOOK);
            case "instagram" -> Optional.of(INSTAGRAM);
            default -> Optional.empty();
        };
    }
}
