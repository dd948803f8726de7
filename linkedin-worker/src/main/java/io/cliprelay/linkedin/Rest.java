package io.cliprelay.linkedin;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** The versioned calls, each taken from the budgets, and patient with a token that was issued just now. */
@ApplicationScoped
class Rest {

    private static final int FRESH_TOKEN_TRIES = 2;
    static final int LATEST = 100;

    private final LinkedInApi api;
    private final Budgets budgets;
    private final LinkedInConfig config;
    private final InstantSource clock;

    Rest(@RestClient LinkedInApi api, Budgets budgets, LinkedInConfig config, InstantSource clock) {
        this.api = api;
        this.budgets = budgets;
        this.config = config;
        this.clock = clock;
    }

    Uni<Reply> videos(UploadRequest request, String action, Object body) {
        String text = Json.text(body);
        return answer(request, () -> api.videos(request.token().bearer(), config.apiVersion(), action, text));
    }

    Uni<Reply> video(UploadRequest request, String urn) {
        return answer(request, () -> api.video(request.token().bearer(), config.apiVersion(), Urns.encoded(urn)));
    }

    /**
     * Publishes. Each time that the call leaves it passes the request's fence right before, after what may have held it up:
     * another may have taken the upload over, and LinkedIn knows no key by which it would see the same call twice.
     *
     * @param inTime asked after that; throws where the call must not leave any more
     */
    Uni<Reply> createPost(UploadRequest request, String body, Runnable inTime) {
        return answer(
                request,
                Uni.createFrom().deferred(request.fence()::pass).invoke(inTime),
                () -> api.createPost(request.token().bearer(), config.apiVersion(), body));
    }

    Uni<Reply> post(UploadRequest request, String urn) {
        return answer(request, () -> api.post(request.token().bearer(), config.apiVersion(), Urns.encoded(urn)));
    }

    Uni<Reply> latestPosts(UploadRequest request, String author) {
        return answer(
                request,
                () -> api.postsOf(
                        request.token().bearer(),
                        config.apiVersion(),
                        "author",
                        Urns.encoded(author),
                        LATEST,
                        "LAST_MODIFIED"));
    }

    Uni<Reply> shareStatistics(UploadRequest request, String organization, String post) {
        String list = "List(" + Urns.encoded(post) + ")";
        boolean share = Urns.isShare(post);
        return answer(
                request,
                () -> api.shareStatistics(
                        request.token().bearer(),
                        config.apiVersion(),
                        "organizationalEntity",
                        Urns.encoded(organization),
                        share ? list : null,
                        share ? null : list));
    }

    Uni<Reply> videoViews(UploadRequest request, String post) {
        return answer(
                request,
                () -> api.videoAnalytics(
                        request.token().bearer(), config.apiVersion(), "entity", Urns.encoded(post), "VIDEO_VIEW"));
    }

    Uni<Reply> postMetric(UploadRequest request, String metric, String post) {
        return memberMetric(request, "memberCreatorPostAnalytics", metric, post);
    }

    Uni<Reply> videoPlays(UploadRequest request, String post) {
        return memberMetric(request, "memberCreatorVideoAnalytics", "VIDEO_PLAY", post);
    }

    private Uni<Reply> memberMetric(UploadRequest request, String resource, String metric, String post) {
        return answer(
                request,
                () -> api.memberAnalytics(
                        request.token().bearer(),
                        config.apiVersion(),
                        resource,
                        "entity",
                        Urns.entity(post),
                        metric,
                        "TOTAL"));
    }

    /** A refused token leaves no effect, so that the same call may follow. */
    private Uni<Reply> answer(UploadRequest request, Supplier<Uni<RestResponse<String>>> call) {
        return answer(request, Uni.createFrom().voidItem(), call);
    }

    private Uni<Reply> answer(UploadRequest request, Uni<Void> gate, Supplier<Uni<RestResponse<String>>> call) {
        return answer(once(request, gate, call), FRESH_TOKEN_TRIES);
    }

    private Uni<Reply> answer(Uni<Reply> once, int triesLeft) {
        return once.chain(reply -> reply.mayBeFreshToken() && triesLeft > 0
                ? pause().chain(() -> answer(once, triesLeft - 1))
                : Uni.createFrom().item(reply));
    }

    /** A throttle that is the day's holds the account's calls until the next. */
    private Uni<Reply> once(UploadRequest request, Uni<Void> gate, Supplier<Uni<RestResponse<String>>> call) {
        UUID account = request.account().id();
        return Uni.createFrom()
                .deferred(() -> budgets.take(account, LinkedInLimits.CALL))
                .chain(() -> gate)
                .chain(() -> Calls.answeredSoon(call.get()))
                .map(Reply::of)
                .chain(reply -> reply.isThrottle()
                        ? throttled(account, reply)
                        : Uni.createFrom().item(reply));
    }

    private Uni<Reply> throttled(UUID account, Reply reply) {
        return budgets.left(account, LinkedInLimits.OF_MEMBER)
                .map(left -> LinkedInLimits.areAboutUsedUp(left) ? reply.ofTheDay() : reply)
                .call(judged ->
                        judged.isOfTheDay() ? hold(account) : Uni.createFrom().voidItem());
    }

    private Uni<Void> hold(UUID account) {
        return budgets.exhausted(account, LinkedInLimits.CALL, LinkedInErrors.nextMidnight(clock.instant()));
    }

    /** Fails until the next day where what is left of this one is the uploads'. */
    Uni<Void> requireRoomForReading(UploadRequest request) {
        return budgets.left(request.account().id(), LinkedInLimits.OF_MEMBER)
                .invoke(left -> {
                    if (!LinkedInLimits.allowReading(left)) {
                        throw UploadException.withheld(ofUploads());
                    }
                })
                .replaceWithVoid();
    }

    private UploadFailure ofUploads() {
        return new UploadFailure.QuotaExhausted(
                new UploadFailure.Reason(
                        "linkedin.calls-kept-for-uploads",
                        "What is left of the member's calls of this day is kept for uploads",
                        "Nothing to do: it is read after midnight UTC."),
                LinkedInErrors.nextMidnight(clock.instant()));
    }

    private Uni<Void> pause() {
        return Uni.createFrom().voidItem().onItem().delayIt().by(config.freshTokenPause());
    }

    /** What a reply that is no success means. */
    UploadException failure(Reply reply) {
        return reply.failure(clock.instant());
    }

    /** The value of a success; fails with what else it means. */
    <T> T value(Reply reply, Class<T> type) {
        if (!reply.isSuccess()) {
            throw failure(reply);
        }
        return reply.as(type);
    }
}
