package io.cliprelay.sandbox.linkedin;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What a new post must be (learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api). */
final class PostRules {

    private static final int LONGEST_COMMENTARY = 3000;
    private static final List<String> REQUIRED =
            List.of("author", "commentary", "visibility", "distribution", "lifecycleState");
    private static final Set<String> KNOWN = Set.of(
            "author",
            "commentary",
            "visibility",
            "distribution",
            "lifecycleState",
            "content",
            "isReshareDisabledByAuthor");
    private static final Set<String> VISIBILITIES = Set.of("PUBLIC", "CONNECTIONS", "LOGGED_IN", "CONTAINER");

    private PostRules() {}

    /** @throws RestRefusal with the first thing that is wrong */
    static void check(JsonNode body, Member member) {
        checkAuthor(body.path("author").asText(""), member);
        checkFields(body);
        if (!body.path("lifecycleState").asText().equals("PUBLISHED")) {
            throw cannotBe("lifecycleState", body);
        }
        checkVisibility(body);
        if (body.path("commentary").asText().length() > LONGEST_COMMENTARY) {
            throw RestRefusal.of("FIELD_LENGTH_TOO_LONG", "commentary is longer than " + LONGEST_COMMENTARY);
        }
        if (!Posts.media(body).startsWith("urn:li:video:")) {
            throw RestRefusal.of("INVALID_URN_TYPE");
        }
    }

    private static void checkAuthor(String author, Member member) {
        if (author.isEmpty()) {
            return;
        }
        if (!Member.isAuthor(author)) {
            throw RestRefusal.of(
                    "ACCESS_DENIED",
                    "Field Value validation failed in REQUEST_BODY: Data Processing Exception while processing fields"
                            + " [/author]");
        }
        if (!member.mayPostAs(author)) {
            throw RestRefusal.of("ACCESS_DENIED");
        }
    }

    private static void checkFields(JsonNode body) {
        var complaints = new StringBuilder();
        REQUIRED.stream().filter(field -> !body.hasNonNull(field)).forEach(field -> complaints
                .append("ERROR :: /")
                .append(field)
                .append(" :: field is required but not found and has no default value\n"));
        body.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                complaints.append("ERROR :: /").append(field).append(" :: unrecognized field found but not allowed\n");
            }
        });
        if (!complaints.isEmpty()) {
            throw RestRefusal.of("schema", complaints.toString());
        }
    }

    private static void checkVisibility(JsonNode body) {
        String visibility = body.path("visibility").asText();
        boolean onlyForMembers = visibility.equals("CONNECTIONS")
                && Member.isOrganization(body.path("author").asText());
        if (!VISIBILITIES.contains(visibility) || onlyForMembers) {
            throw cannotBe("visibility", body);
        }
    }

    private static RestRefusal cannotBe(String field, JsonNode body) {
        return RestRefusal.of(
                "INVALID_VALUE_FOR_FIELD",
                field + " can't be set to " + body.path(field).asText());
    }
}
