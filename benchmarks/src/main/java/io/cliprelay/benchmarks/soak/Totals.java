package io.cliprelay.benchmarks.soak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How many uploads there were, and what became of them, as one part of the product tells it. */
record Totals(long uploads, long published, long failed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As analytics counts those of callers without a key. */
    static Totals of(URI analytics) throws IOException {
        URI summary = analytics.resolve("/analytics/summary?tenant=default");
        try (InputStream body = summary.toURL().openStream()) {
            return of(JSON.readTree(body));
        }
    }

    private static Totals of(JsonNode summary) {
        return new Totals(
                summary.path("uploads").asLong(),
                summary.path("published").asLong(),
                summary.path("failed").asLong());
    }

    long differenceTo(Totals others) {
        return Math.max(
                Math.abs(uploads - others.uploads),
                Math.max(Math.abs(published - others.published), Math.abs(failed - others.failed)));
    }
}
