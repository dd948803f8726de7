package io.cliprelay.sandbox.youtube;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.Settings;

/**
 * The rules for a video's metadata, as the reference of the video resource gives them
 * (developers.google.com/youtube/v3/docs/videos).
 */
final class MetadataRules {

    private static final int TITLE_CHARACTERS = 100;
    private static final int DESCRIPTION_BYTES = 5000;
    private static final int TAGS_CHARACTERS = 500;
    private static final Set<String> PRIVACIES = Set.of("public", "unlisted", "private");
    private static final Set<String> LICENSES = Set.of("youtube", "creativeCommon");
    private static final Set<String> CATEGORIES = Set.of(
            "1", "2", "10", "15", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30",
            "31", "32", "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44");

    private MetadataRules() {}

    /**
     * Applies the rules to the parts that a request writes; other parts are ignored, as the API does.
     *
     * @throws ApiRefusal for the first rule that is broken
     */
    static VideoMetadata apply(JsonNode body, Set<String> parts, Instant now, Settings settings) {
        ObjectNode written = written(body, parts);
        ObjectNode snippet = written.withObject("/snippet");
        ObjectNode status = written.withObject("/status");
        String title = title(snippet);
        String description = description(snippet);
        List<String> tags = tags(snippet);
        category(snippet);
        String privacy = privacy(status);
        license(status);
        publishAt(status, privacy, now, settings);
        localizations(written, snippet);
        String kept = settings.forcePrivate() ? "private" : privacy;
        status.put("privacyStatus", kept);
        return new VideoMetadata(title, description, tags, kept, written);
    }

    private static ObjectNode written(JsonNode body, Set<String> parts) {
        if (!body.isObject()) {
            throw ApiRefusal.of("parseError");
        }
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        body.properties().stream()
                .filter(part -> parts.contains(part.getKey()))
                .forEach(part -> written.set(part.getKey(), objectOf(part.getValue())));
        return written;
    }

    private static JsonNode objectOf(JsonNode part) {
        if (!part.isObject()) {
            throw ApiRefusal.of("parseError");
        }
        return part.deepCopy();
    }

    private static String title(ObjectNode snippet) {
        String title = text(snippet, "title", "invalidTitle").strip();
        if (title.isEmpty() || title.codePointCount(0, title.length()) > TITLE_CHARACTERS || hasAngle(title)) {
            throw ApiRefusal.of("invalidTitle");
        }
        return title;
    }

    private static String description(ObjectNode snippet) {
        String description = text(snippet, "description", "invalidDescription");
        if (description.getBytes(StandardCharsets.UTF_8).length > DESCRIPTION_BYTES || hasAngle(description)) {
            throw ApiRefusal.of("invalidDescription");
        }
        return description;
    }

    private static List<String> tags(ObjectNode snippet) {
        var tags = new ArrayList<String>();
        JsonNode given = snippet.path("tags");
        if (!given.isMissingNode() && !given.isNull() && !given.isArray()) {
            throw ApiRefusal.of("invalidTags");
        }
        given.forEach(tag -> tags.add(tag.asText()));
        if (tags.stream().anyMatch(tag -> tag.isBlank() || hasAngle(tag)) || lengthOf(tags) > TAGS_CHARACTERS) {
            throw ApiRefusal.of("invalidTags");
        }
        return tags;
    }

    /** Commas between tags count, and a tag with a space counts as if quoted. */
    static int lengthOf(List<String> tags) {
        int characters = tags.stream()
                .mapToInt(tag -> tag.codePointCount(0, tag.length()) + (tag.contains(" ") ? 2 : 0))
                .sum();
        return characters + Math.max(0, tags.size() - 1);
    }

    private static void category(ObjectNode snippet) {
        if (!snippet.hasNonNull("categoryId")) {
            snippet.put("categoryId", "22");
        }
        if (!CATEGORIES.contains(snippet.get("categoryId").asText())) {
            throw ApiRefusal.of("invalidCategoryId");
        }
    }

    /** Absent means public: documented since 2026-11-02. */
    private static String privacy(ObjectNode status) {
        String privacy =
                status.hasNonNull("privacyStatus") ? status.get("privacyStatus").asText() : "public";
        if (!PRIVACIES.contains(privacy)) {
            throw ApiRefusal.of("forbiddenPrivacySetting");
        }
        return privacy;
    }

    private static void license(ObjectNode status) {
        if (status.hasNonNull("license")
                && !LICENSES.contains(status.get("license").asText())) {
            throw ApiRefusal.of("forbiddenLicenseSetting");
        }
    }

    private static void publishAt(ObjectNode status, String privacy, Instant now, Settings settings) {
        if (!status.hasNonNull("publishAt")) {
            return;
        }
        try {
            Instant at = OffsetDateTime.parse(status.get("publishAt").asText()).toInstant();
            if (!privacy.equals("private") || at.isBefore(now.plus(settings.publishAtDistance()))) {
                throw ApiRefusal.of("invalidPublishAt");
            }
        } catch (DateTimeParseException e) {
            throw ApiRefusal.of("invalidPublishAt");
        }
    }

    private static void localizations(ObjectNode written, ObjectNode snippet) {
        if (written.has("localizations") && !snippet.hasNonNull("defaultLanguage")) {
            throw ApiRefusal.of("defaultLanguageNotSet");
        }
    }

    private static String text(ObjectNode object, String field, String refusal) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw ApiRefusal.of(refusal);
        }
        return value.textValue();
    }

    private static boolean hasAngle(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('>') >= 0;
    }
}
