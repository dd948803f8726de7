package io.cliprelay.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads {@code source_info}: where the bytes will come from. */
final class Sources {

    private static final String INVALID = "The request source info is empty or incorrect";

    private Sources() {}

    /**
     * The plan of a file upload.
     *
     * @throws ApiRefusal if it is no possible one; nobody's domains are verified here, so pulling is refused
     */
    static ChunkPlan plan(JsonNode source) {
        return switch (source.path("source").asText()) {
            case "FILE_UPLOAD" ->
                ChunkPlan.checked(
                        number(source, "video_size"),
                        number(source, "chunk_size"),
                        number(source, "total_chunk_count"));
            case "PULL_FROM_URL" -> throw ApiRefusal.of("url_ownership_unverified");
            default -> throw ApiRefusal.of("invalid_param", INVALID);
        };
    }

    private static long number(JsonNode source, String field) {
        JsonNode value = source.path(field);
        if (!value.isIntegralNumber()) {
            throw ApiRefusal.of("invalid_param", INVALID);
        }
        return value.asLong();
    }
}
