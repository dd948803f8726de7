package io.cliprelay.instagram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.MediaPage;
import io.cliprelay.instagram.wire.PublishingLimit;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * The account's posts by API within 24 hours, asked for before anything is sent in vain: it counts those of other apps,
 * too, and names the account's number.
 */
@ApplicationScoped
class Quota {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int PAGE = 100;

    private final Graph graph;
    private final Budgets budgets;
    private final InstantSource clock;

    Quota(Graph graph, Budgets budgets, InstantSource clock) {
        this.graph = graph;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Fails as used up where it is; a draft needs none. */
    Uni<Void> requireSome(UploadRequest request) {
        return switch (request.mode()) {
            case DRAFT -> Uni.createFrom().voidItem();
            case PUBLISH -> ask(request);
        };
    }

    private Uni<Void> ask(UploadRequest request) {
        return graph.read(
                        request,
                        Graph.account(request) + "/content_publishing_limit",
                        "config,quota_usage",
                        PublishingLimit.class)
                .call(limit -> learn(request, limit))
                .chain(limit ->
                        limit.isUsedUp() ? usedUp(request) : Uni.createFrom().voidItem());
    }

    private Uni<Void> learn(UploadRequest request, PublishingLimit limit) {
        return limit.total()
                .map(total -> budgets.learned(request.account().id(), InstagramLimits.PUBLISHES, total))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Nothing says when a place is free: that is a day after the oldest post in the window. */
    private Uni<Void> usedUp(UploadRequest request) {
        Instant now = clock.instant();
        return graph.media(request, "timestamp", now.minus(WINDOW).getEpochSecond(), PAGE, Optional.empty())
                .map(page -> oldest(page).map(at -> at.plus(WINDOW)).filter(now::isBefore))
                .map(until -> until.orElse(now.plus(GraphErrors.QUOTA_PROBE)))
                // Containers may well be opened, for drafts.
                .chain(until -> Uni.createFrom().failure(UploadException.withheld(failure(until))));
    }

    private static Optional<Instant> oldest(MediaPage page) {
        return page.data().stream()
                .map(media -> MediaTime.of(media.timestamp()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static UploadFailure failure(Instant until) {
        return new UploadFailure.QuotaExhausted(
                new UploadFailure.Reason(
                        "9/2207042",
                        "Instagram takes no more posts of this account by API within 24 hours",
                        "Nothing to do: it is tried when the account's oldest post is a day old."),
                until);
    }
}
