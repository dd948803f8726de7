package io.cliprelay.sandbox.youtube;

import java.time.Clock;
import java.time.Instant;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.LiveSettings;
import io.cliprelay.sandbox.SandboxConfig;
import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Reception;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.oauth.Tokens;
import io.cliprelay.sandbox.traffic.Tallies;

/** Makes a video of a finished upload. The session sees to it that this happens once. */
@Singleton
class VideoPublisher {

    private static final int ID_BYTES = 8;
    private static final Reception NOBODY_YET = new Reception(0, 0, 0, 0);

    private final Ledger ledger;
    private final SandboxConfig config;
    private final LiveSettings settings;
    private final Tallies tallies;
    private final Tokens random;
    private final Clock clock;

    VideoPublisher(
            Ledger ledger, SandboxConfig config, LiveSettings settings, Tallies tallies, Tokens random, Clock clock) {
        this.ledger = ledger;
        this.config = config;
        this.settings = settings;
        this.tallies = tallies;
        this.random = random;
        this.clock = clock;
    }

    /** For a request that came in under this base URL. */
    UploadSession.Publisher at(String base) {
        return (session, bytes, sha256) -> publish(base, session, bytes, sha256);
    }

    private UploadSession.Completion publish(String base, UploadSession session, long bytes, String sha256) {
        Post post = post(base, session, bytes, sha256);
        ledger.add(post);
        tallies.of(YouTube.ID).videoCreated();
        var parts = session.opening().parts();
        var resource = VideoResource.of(post, parts, post.createdAt(), true, NOBODY_YET);
        if (parts.contains("status")) {
            // At the end of the upload the video has just been taken in, however fast processing is.
            resource.withObject("/status").put("uploadStatus", "uploaded");
        }
        var answer = Answer.json(200, resource).with("Server", "UploadServer");
        return new UploadSession.Completion(post.id(), sha256, answer);
    }

    private Post post(String base, UploadSession session, long bytes, String sha256) {
        Instant now = clock.instant();
        var opening = session.opening();
        var metadata = opening.metadata();
        String id = random.randomText(ID_BYTES);
        return new Post(
                id,
                YouTube.ID,
                opening.channel().name(),
                opening.channel().id(),
                metadata.title(),
                metadata.description(),
                metadata.tags(),
                metadata.privacy(),
                opening.fileName(),
                opening.contentType(),
                bytes,
                sha256,
                now,
                config.permalinkBase().orElse(base + "/watch?v=") + id,
                null,
                opening.id(),
                session.processing(now.plus(settings.current().processingTime())),
                metadata.resource());
    }
}
