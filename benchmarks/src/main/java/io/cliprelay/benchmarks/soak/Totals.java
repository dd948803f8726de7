package io.cliprelay.benchmarks.soak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.stack.StackPart;

/** How many uploads there were, and what became of them, as one part of the product tells it. */
record Totals(long uploads, long published, long failed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As analytics counts them, by way of the gateway. */
    static Totals of(Stack stack) throws IOException {
        URI summary = stack.url(StackPart.GATEWAY).resolve("/v1/analytics/summary");
        URLConnection question = summary.toURL().openConnection();
        question.setRequestProperty("Authorization", "Bearer " + stack.apiKey().orElseThrow());
        try (InputStream body = question.getInputStream()) {
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
