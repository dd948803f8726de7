package io.cliprelay.linkedin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** LinkedIn's names for things. */
final class Urns {

    /** What an author's URN looks like. */
    static final String AUTHOR = "urn:li:(person|organization):[A-Za-z0-9_-]+";

    private static final String POST = "urn:li:(share|ugcPost):\\d+";
    private static final String ORGANIZATION = "urn:li:organization:";

    private Urns() {}

    /** As paths and queries want it. */
    static String encoded(String urn) {
        return URLEncoder.encode(urn, StandardCharsets.UTF_8);
    }

    /** Who the account posts as. */
    static String author(UploadRequest request) {
        return request.account()
                .externalId()
                .filter(urn -> urn.matches(AUTHOR))
                .orElseThrow(() -> UploadException.refused(new UploadFailure.InvalidInput(new UploadFailure.Reason(
                        "linkedin.author",
                        "Account %s has no author URN"
                                .formatted(request.account().name()),
                        "The operator has to set cliprelay.linkedin.accounts.%s.external-id."
                                .formatted(request.account().name())))));
    }

    static boolean isOrganization(String author) {
        return author.startsWith(ORGANIZATION);
    }

    /** Whether it is a post's, and not what stands for one. */
    static boolean isPost(String id) {
        return id.matches(POST);
    }

    /** A post as analytics of members name it: {@code (ugc:URN)} or {@code (share:URN)}. */
    static String entity(String post) {
        return "(%s:%s)".formatted(isShare(post) ? "share" : "ugc", encoded(post));
    }

    /** Shares are older than other posts, and some calls tell them apart. */
    static boolean isShare(String post) {
        return post.startsWith("urn:li:share:");
    }

    /** When a post was made: the upper 42 of its number's 64 bits are milliseconds since 1970. */
    static Instant createdAt(String post) {
        long number = Long.parseLong(post.substring(post.lastIndexOf(':') + 1));
        return Instant.ofEpochMilli(number >>> 22);
    }
}
