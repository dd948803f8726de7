package io.cliprelay.gateway.clip;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.kit.problem.ProblemException;

/** The ETag of a clip: which of its owner's changes it shows. What becomes of its uploads does not alter it. */
public final class ETags {

    private ETags() {}

    /** The ETag of a revision. */
    public static String of(int revision) {
        return "\"" + revision + "\"";
    }

    /** The clip with its ETag. */
    public static RestResponse<ClipView> tagged(ClipView clip) {
        return RestResponse.ResponseBuilder.ok(clip)
                .header(HttpHeaders.ETAG, of(clip.revision()))
                .build();
    }

    /**
     * Whether an {@code If-Match} header means this revision.
     *
     * @throws ProblemException where there is no such header
     */
    public static boolean matches(Optional<String> ifMatch, int revision) {
        String wanted = ifMatch.orElseThrow(() -> new ProblemException(ClipProblems.unconditional()));
        return Stream.of(wanted.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(of(revision)));
    }
}
