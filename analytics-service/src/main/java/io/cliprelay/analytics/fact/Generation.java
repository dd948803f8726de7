package io.cliprelay.analytics.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A set of tables that hold the history and its tallies: the one that is served, and one that a rebuild fills. */
public enum Generation {
    LIVE("live"),
    REBUILT("rebuilt");

    private final String schema;

    Generation(String schema) {
        this.schema = schema;
    }

    /** The schema that the tables are in. */
    public String schema() {
        return schema;
    }

    /** A statement from a file beside the code, for the tables of this generation. */
    String statement(String name) {
        try (InputStream file = Generation.class.getResourceAsStream("/sql/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("GENERATION", schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
