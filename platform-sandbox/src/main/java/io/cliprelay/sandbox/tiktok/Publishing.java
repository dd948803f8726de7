package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Processing;
import io.cliprelay.sandbox.traffic.Tallies;

/**
 * Makes a post of a finished upload, whether or not the client is still there; of a draft it makes none until the user
 * posts it. The publication sees to it that this happens once.
 */
@Singleton
class Publishing {

    private final Ledger ledger;
    private final Traffic traffic;
    private final SettingsInForce settings;
    private final Tallies tallies;
    private final Tokens random;
    private final Clock clock;

    Publishing(Ledger ledger, Traffic traffic, SettingsInForce settings, Tallies tallies, Tokens random, Clock clock) {
        this.ledger = ledger;
        this.traffic = traffic;
        this.settings = settings;
        this.tallies = tallies;
        this.random = random;
        this.clock = clock;
    }

    /** For a request that came in under this base URL. */
    Publication.Publisher at(String base, String contentType) {
        return (publication, sha256, failure) -> publish(base, contentType, publication.start(), sha256, failure);
    }

    private Completion publish(
            String base, String contentType, Publication.Start start, String sha256, Optional<String> failure) {
        Instant doneAt = clock.instant().plus(settings.current().processingTime());
        Optional<PostInfo> info = start.post();
        if (info.isEmpty()) {
            return new Completion(sha256, Optional.empty(), doneAt, Optional.empty(), failure);
        }
        Optional<String> reason = failure.or(() -> capReached(start.creator()));
        Optional<Instant> publicAt = info.filter(PostInfo::isPublic)
                .map(post -> doneAt.plus(settings.current().moderationDelay()));
        var completion =
                new Completion(sha256, Optional.of(Long.toString(random.randomId())), doneAt, publicAt, reason);
        add(base, contentType, start, completion);
        return completion;
    }

    private Optional<String> capReached(Creator creator) {
        boolean reached = traffic.postsToday(creator) >= settings.current().postsPerDay();
        return reached ? Optional.of(FailReasons.TOO_MANY_POSTS) : Optional.empty();
    }

    private void add(String base, String contentType, Publication.Start start, Completion completion) {
        ledger.add(post(base, contentType, start, completion));
        tallies.of(TikTok.ID).videoCreated();
        if (completion.failReason().isEmpty()) {
            traffic.posted(start.creator());
        }
    }

    private Post post(String base, String contentType, Publication.Start start, Completion completion) {
        PostInfo info = start.post().orElseThrow();
        Creator creator = start.creator();
        String id = completion.postId().orElseThrow();
        var outcome = completion.failReason().isPresent() ? Processing.Outcome.FAILED : Processing.Outcome.PROCESSED;
        return new Post(
                id,
                TikTok.ID,
                creator.name(),
                creator.openId(),
                info.title(),
                "",
                List.of(),
                info.audience(),
                start.publishId(),
                contentType,
                start.plan().videoSize(),
                completion.sha256(),
                clock.instant(),
                base + TikTok.PATH + "/@" + creator.username() + "/video/" + id,
                null,
                start.publishId(),
                new Processing(
                        completion.doneAt(), outcome, completion.failReason().orElse(null)),
                resource(info, completion));
    }

    private static ObjectNode resource(PostInfo info, Completion completion) {
        var resource = JsonNodeFactory.instance.objectNode();
        resource.set("post_info", info.given());
        completion.publicAt().ifPresent(at -> resource.put(PublicPosts.PUBLIC_AT, at.toString()));
        return resource;
    }
}
