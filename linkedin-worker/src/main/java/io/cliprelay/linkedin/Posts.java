package io.cliprelay.linkedin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.linkedin.wire.PostList;
import io.cliprelay.worker.spi.ComposedText;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * The one call that people see, and what to do when its answer is lost
 * (learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api). It has no key against repeats;
 * an organisation's posts can be listed, and of a member's LinkedIn itself notices the repeat.
 */
@ApplicationScoped
class Posts {

    private static final Logger LOG = Logger.getLogger(Posts.class);

    /** Stands for the id of a post whose id LinkedIn left out; the video's URN follows. */
    private static final String UNNAMED = "unnamed:";

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Of the clocks of two hosts that are kept right. */
    private static final Duration LIST_SKEW = Duration.ofSeconds(10);

    /** A repeat must arrive within the window, not only leave. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    private final Rest rest;
    private final LinkedInConfig config;
    private final InstantSource clock;

    Posts(Rest rest, LinkedInConfig config, InstantSource clock) {
        this.rest = rest;
        this.config = config;
        this.clock = clock;
    }

    Uni<String> publish(UploadRequest request, RemoteHandle handle) {
        String video = VideoTicket.of(handle).video();
        return create(request, video, clock.instant()).chain(reply -> published(request, video, reply));
    }

    /**
     * However long the call is held up, by a budget or a fresh token or a process that stands still, it leaves only while
     * LinkedIn would notice that another made the post of this intent meanwhile.
     */
    private Uni<Reply> create(UploadRequest request, String video, Instant intendedAt) {
        return rest.createPost(request, body(request, video), () -> requireInTime(intendedAt));
    }

    private void requireInTime(Instant intendedAt) {
        if (!mayRepeat(intendedAt, clock.instant(), config.duplicateWindow())) {
            throw UploadException.withheld(LinkedInErrors.heldUp());
        }
    }

    private static boolean wasHeldUp(Throwable failure) {
        return failure instanceof UploadException told && told.failure().equals(LinkedInErrors.heldUp());
    }

    private String body(UploadRequest request, String video) {
        String commentary = ComposedText.of(LinkedInDescriptor.of(config), request.content())
                .field(LinkedInDescriptor.COMMENTARY);
        return PostBody.of(Urns.author(request), commentary, request.content(), video);
    }

    private Uni<String> published(UploadRequest request, String video, Reply reply) {
        if (reply.isSuccess()) {
            return Uni.createFrom().item(reply.postId().orElse(UNNAMED + video));
        }
        // An organisation's list may have lagged behind the post that an earlier try made.
        if (reply.duplicateOf().isPresent() && Urns.isOrganization(Urns.author(request))) {
            return ownDuplicate(request, video, reply);
        }
        return Uni.createFrom().failure(rest.failure(reply));
    }

    private Uni<String> ownDuplicate(UploadRequest request, String video, Reply refusal) {
        String urn = refusal.duplicateOf().orElseThrow();
        return rest.post(request, urn)
                .map(reply -> verified(reply, urn, video, refusal, clock.instant()))
                .onFailure(Posts::wasNotAsked)
                .transform(withheld -> UploadException.unclear(((UploadException) withheld).failure(), withheld));
    }

    /**
     * The named post where it shows the video. Only one that is seen to show another proves that nothing was published;
     * one that cannot be seen, or not yet, may be this upload's. That holds for a refused token, too: with a new one the
     * post is looked for, and where there is none the upload waits instead of being called failed.
     */
    static String verified(Reply reply, String urn, String video, Reply refusal, Instant now) {
        if (!reply.isSuccess()) {
            UploadException unanswered = reply.failure(now);
            throw UploadException.unclear(unanswered.failure(), unanswered);
        }
        if (reply.as(PostList.Element.class).shows(video)) {
            return urn;
        }
        throw refusal.failure(now);
    }

    /** Without a budget for the question it is open whether the named post is this upload's. */
    private static boolean wasNotAsked(Throwable failure) {
        return failure instanceof UploadException told && told.withheld();
    }

    Uni<Finding> find(UploadRequest request, RemoteHandle handle, Optional<Instant> intendedAt) {
        if (intendedAt.isEmpty()) {
            return item(new Finding.Absent());
        }
        String author = Urns.author(request);
        return Urns.isOrganization(author)
                ? listed(request, author, handle, intendedAt.get())
                : repeated(request, handle, intendedAt.get());
    }

    /** A video belongs to one upload only, so that it is an exact key. */
    private Uni<Finding> listed(UploadRequest request, String author, RemoteHandle handle, Instant intendedAt) {
        String video = VideoTicket.of(handle).video();
        return rest.latestPosts(request, author)
                .chain(reply -> reply.status() == 403
                        ? repeated(request, handle, intendedAt)
                        : item(proved(rest.value(reply, PostList.class), video, intendedAt)));
    }

    /** One page is asked for: where it does not reach back to when we tried, our post may be on the next. */
    static Finding proved(PostList page, String video, Instant intendedAt) {
        Finding found = withVideo(page, video);
        return found instanceof Finding.Absent && !reachesBack(page, intendedAt.minus(LIST_SKEW))
                ? unknowable(
                        "The page has so many newer posts that the list of the latest does not show whether it was posted")
                : found;
    }

    private static boolean reachesBack(PostList page, Instant to) {
        return page.elements().size() < Rest.LATEST
                || page.elements().stream()
                        .map(PostList.Element::lastModifiedAt)
                        .anyMatch(at -> at != null && Instant.ofEpochMilli(at).isBefore(to));
    }

    static Finding withVideo(PostList posts, String video) {
        return posts.elements().stream()
                .filter(post -> post.shows(video))
                .<Finding>map(post -> new Finding.Found(post.id()))
                .findFirst()
                .orElseGet(Finding.Absent::new);
    }

    /** Sends the same again while LinkedIn can be relied on to notice; after that nothing proves anything. */
    private Uni<Finding> repeated(UploadRequest request, RemoteHandle handle, Instant intendedAt) {
        if (!mayRepeat(intendedAt, clock.instant(), config.duplicateWindow())) {
            return item(tooLate());
        }
        String video = VideoTicket.of(handle).video();
        return create(request, video, intendedAt)
                .map(reply -> ofRepeat(reply, video, intendedAt))
                .onFailure(Posts::wasHeldUp)
                .recoverWithItem(Posts::tooLate);
    }

    private static Finding tooLate() {
        return unknowable("LinkedIn does not let a member's posts be listed, and would not notice a repeat");
    }

    static boolean mayRepeat(Instant intendedAt, Instant now, Duration window) {
        return now.plus(ON_ITS_WAY).isBefore(intendedAt.plus(window));
    }

    private Finding ofRepeat(Reply reply, String video, Instant intendedAt) {
        if (reply.isSuccess()) {
            return new Finding.Found(reply.postId().orElse(UNNAMED + video));
        }
        return reply.duplicateOf().map(urn -> adopted(urn, intendedAt)).orElseThrow(() -> rest.failure(reply));
    }

    /**
     * The named post is ours where it was made when we tried to. An older one has the same text by chance, and would have
     * kept ours from being made, too.
     */
    static Finding adopted(String urn, Instant intendedAt) {
        if (Urns.createdAt(urn).isBefore(intendedAt.minus(SKEW))) {
            return new Finding.Absent();
        }
        LOG.warnf("Post %s is adopted as LinkedIn's answer to a repeat named it; it cannot be looked at", urn);
        return new Finding.Alike(urn);
    }

    private static Finding unknowable(String why) {
        return new Finding.Unknowable(new UploadFailure.Reason(
                "linkedin.unconfirmed", why, "Look at the account on LinkedIn, then say whether the clip is there."));
    }

    /** Posts of members cannot be asked for, and were taken when LinkedIn said so. */
    Uni<Inspection> inspect(UploadRequest request, String postId) {
        String author = Urns.author(request);
        if (postId.startsWith(UNNAMED)) {
            return Urns.isOrganization(author)
                    ? named(request, author, postId)
                    : Uni.createFrom().item(live(postId));
        }
        return Urns.isOrganization(author)
                ? rest.post(request, postId).map(reply -> inspection(reply, postId))
                : Uni.createFrom().item(live(postId));
    }

    /** The list tells the id that an answer left out, as soon as it has caught up. */
    private Uni<Inspection> named(UploadRequest request, String author, String postId) {
        String video = postId.substring(UNNAMED.length());
        return rest.latestPosts(request, author)
                .map(reply -> reply.status() == 403
                        ? live(postId)
                        : withVideo(rest.value(reply, PostList.class), video) instanceof Finding.Found found
                                ? live(found.postId())
                                : new Inspection.Missing());
    }

    private Inspection inspection(Reply reply, String postId) {
        return switch (reply.status()) {
            case 404 -> new Inspection.Missing();
            case 403 -> live(postId);
            default -> {
                rest.value(reply, PostList.Element.class);
                yield live(postId);
            }
        };
    }

    /** Where the id is unknown, the feed is the nearest address there is. */
    private Inspection live(String postId) {
        return new Inspection.Live(
                postId,
                postId.startsWith(UNNAMED)
                        ? URI.create(config.permalinkUrl()).resolve("..")
                        : URI.create(config.permalinkUrl() + postId + "/"));
    }

    private static Uni<Finding> item(Finding finding) {
        return Uni.createFrom().item(finding);
    }
}
