package io.cliprelay.gateway.key;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.cliprelay.gateway.access.Mode;
import io.cliprelay.gateway.access.Sha256;

/** The text of a key: {@code crk_live_} or {@code crk_test_}, then 40 random letters and digits (238 bits). */
record Secret(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 40;
    private static final int SHOWN = 4;
    private static final Pattern FORM = Pattern.compile("crk_(live|test)_[0-9A-Za-z]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    Secret {
        Objects.requireNonNull(text, "text");
    }

    static Secret random(Mode mode) {
        return new Secret("crk_" + mode.word() + "_"
                + RANDOM.ints(LENGTH, 0, ALPHABET.length())
                        .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                        .collect(Collectors.joining()));
    }

    /** Whether {@code token} can be one at all. */
    static boolean looksLike(String token) {
        return FORM.matcher(token).matches();
    }

    /** Its beginning, for people to tell keys apart by. */
    String hint() {
        return text.substring(0, text.length() - LENGTH + SHOWN);
    }

    String sha256() {
        return Sha256.hex(text);
    }

    @Override
    public String toString() {
        return hint() + "...";
    }
}
