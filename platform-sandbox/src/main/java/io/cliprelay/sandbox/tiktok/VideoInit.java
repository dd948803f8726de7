package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.fault.FaultAction;

/** What beginning a direct post and beginning a draft have in common. Every call begins another publication. */
final class VideoInit {

    private final Publications publications;
    private final Callers callers;
    private final Tokens random;
    private final Traffic traffic;
    private final SettingsInForce settings;
    private final Clock clock;

    VideoInit(
            Publications publications,
            Callers callers,
            Tokens random,
            Traffic traffic,
            SettingsInForce settings,
            Clock clock) {
        this.publications = publications;
        this.callers = callers;
        this.random = random;
        this.traffic = traffic;
        this.settings = settings;
        this.clock = clock;
    }

    Creator admit(ApiRequest request, String operation, String scope) {
        return callers.admit(request, operation, Set.of(scope), TikTokSettings::initsPerMinute);
    }

    /** Begins a publication and tells its id and where its bytes go. */
    JsonNode begin(ApiRequest request, Creator creator, Optional<PostInfo> post, String prefix, ChunkPlan plan) {
        Instant now = clock.instant();
        Publication publication = publications.begin(new Publication.Start(
                prefix + random.randomId(),
                creator,
                post,
                plan,
                Long.toString(random.randomId()),
                random.randomText(24),
                now,
                now.plus(settings.current().uploadUrlLifetime())));
        request.fault().ifPresent(fault -> actOut(fault, publication));
        traffic.active(creator);
        return JsonNodeFactory.instance
                .objectNode()
                .put("publish_id", publication.start().publishId())
                .put("upload_url", uploadUrl(request.base(), publication.start()));
    }

    private static String uploadUrl(String base, Publication.Start start) {
        return base + TikTok.PATH + "/video/?upload_id=" + start.uploadId() + "&upload_token=" + start.uploadToken();
    }

    /** Faults about what becomes of a publication; the others are no matter of it. */
    static void actOut(FaultAction fault, Publication publication) {
        if (fault instanceof FaultAction.ProcessingFailure failure) {
            publication.willFail(failure.reason());
        } else if (fault instanceof FaultAction.Rejection rejection) {
            publication.willFail(rejection.reason());
        }
    }
}
