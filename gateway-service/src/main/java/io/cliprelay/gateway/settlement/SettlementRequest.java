package io.cliprelay.gateway.settlement;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.upload.Settlement;

/**
 * What a caller says of an unconfirmed upload; nothing is checked yet.
 *
 * @param published whether the post is on the platform
 * @param permalink the post's address, if it is
 * @param platformPostId the platform's own id, if known
 * @param settledBy who looked
 */
public record SettlementRequest(
        Optional<Boolean> published,
        Optional<String> permalink,
        Optional<String> platformPostId,
        Optional<String> settledBy) {

    public SettlementRequest {
        published = published == null ? Optional.empty() : published;
        permalink = permalink == null ? Optional.empty() : permalink;
        platformPostId = platformPostId == null ? Optional.empty() : platformPostId;
        settledBy = settledBy == null ? Optional.empty() : settledBy;
    }

    /** Each field that is wrong; empty where it can be taken. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (published.isEmpty()) {
            errors.add(new FieldError(
                    "/published",
                    "published.missing",
                    "It is not said whether the upload was published",
                    "Send true if the post is on the platform, false if it is not."));
        }
        if (published.orElse(false)
                && permalink.flatMap(SettlementRequest::webAddress).isEmpty()) {
            errors.add(new FieldError(
                    "/permalink",
                    "permalink.invalid",
                    "A published upload needs the address of its post",
                    "Send the post's http: or https: address, as the platform shows it."));
        }
        return errors;
    }

    /** Only for a request without errors. */
    Settlement settlement(String tenant) {
        return new Settlement(
                published.orElseThrow(),
                permalink.flatMap(SettlementRequest::webAddress),
                platformPostId.filter(id -> !id.isBlank()),
                settledBy.filter(name -> !name.isBlank()).orElse(tenant));
    }

    private static Optional<URI> webAddress(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(uri -> uri.getHost() != null)
                    .filter(uri -> "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (java.net.URISyntaxException none) {
            return Optional.empty();
        }
    }
}
