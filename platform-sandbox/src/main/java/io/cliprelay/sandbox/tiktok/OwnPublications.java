package io.cliprelay.sandbox.tiktok;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

/** Publications that a call names by {@code publish_id}. */
@Singleton
class OwnPublications {

    private final Publications publications;

    OwnPublications(Publications publications) {
        this.publications = publications;
    }

    /**
     * The publication of this creator.
     *
     * @throws ApiRefusal if there is none, or it is another's
     */
    Publication require(JsonNode body, Creator creator) {
        Publication publication = named(body).orElseThrow(() -> ApiRefusal.of("invalid_publish_id"));
        if (!publication.start().creator().name().equals(creator.name())) {
            throw ApiRefusal.of("token_not_authorized_for_specified_publish_id");
        }
        return publication;
    }

    /** The caption of the publication, where it has one. */
    Optional<String> title(JsonNode body) {
        return named(body).flatMap(publication -> publication.start().post()).map(PostInfo::title);
    }

    private Optional<Publication> named(JsonNode body) {
        return publications.find(body.path("publish_id").asText(""));
    }
}
