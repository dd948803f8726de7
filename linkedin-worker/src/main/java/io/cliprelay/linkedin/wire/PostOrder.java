package io.cliprelay.linkedin.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The body of a new post. The order of fields is fixed: a repeat has to be the same, byte for byte. */
@JsonPropertyOrder({
    "author",
    "commentary",
    "visibility",
    "distribution",
    "content",
    "lifecycleState",
    "isReshareDisabledByAuthor"
})
public record PostOrder(
        String author,
        String commentary,
        String visibility,
        Distribution distribution,
        Content content,
        String lifecycleState,
        boolean isReshareDisabledByAuthor) {

    /** Where it is shown. */
    @JsonPropertyOrder({"feedDistribution", "targetEntities", "thirdPartyDistributionChannels"})
    public record Distribution(
            String feedDistribution, List<String> targetEntities, List<String> thirdPartyDistributionChannels) {
        public Distribution {
            targetEntities = List.copyOf(targetEntities);
            thirdPartyDistributionChannels = List.copyOf(thirdPartyDistributionChannels);
        }
    }

    /** What it shows. */
    public record Content(Media media) {}

    /** A video; the title, null for none, shows on the player. */
    @JsonPropertyOrder({"title", "id"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Media(String title, String id) {}

    /** A post in the main feed. */
    public static PostOrder of(String author, String commentary, String visibility, String title, String video) {
        return new PostOrder(
                author,
                commentary,
                visibility,
                new Distribution("MAIN_FEED", List.of(), List.of()),
                new Content(new Media(title, video)),
                "PUBLISHED",
                false);
    }
}
