package io.cliprelay.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.Opening;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;
import io.cliprelay.youtube.wire.VideoCounts;
import io.cliprelay.youtube.wire.VideoList;

/**
 * Uploads to YouTube by the resumable protocol
 * (developers.google.com/youtube/v3/guides/using_resumable_upload_protocol). The video exists once its session has taken
 * the last byte, and a completed session gives the same answer from then on.
 */
@ApplicationScoped
public class YouTubeUploader implements PlatformUploader {

    /** Google's sister services keep sessions for a week; ours counts as gone a day earlier. */
    private static final Duration OLDEST_SESSION = Duration.ofDays(6);

    private final YouTubeApi api;
    private final YouTubeSession sessions;
    private final ChannelUploads uploads;
    private final Budgets budgets;
    private final YouTubeConfig config;
    private final InstantSource clock;

    YouTubeUploader(
            @RestClient YouTubeApi api,
            @RestClient YouTubeSession sessions,
            ChannelUploads uploads,
            Budgets budgets,
            YouTubeConfig config,
            InstantSource clock) {
        this.api = api;
        this.sessions = sessions;
        this.uploads = uploads;
        this.budgets = budgets;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public PlatformDescriptor descriptor() {
        return YouTubeDescriptor.of(config);
    }

    @Override
    public boolean lastByteMayPublish() {
        return true;
    }

    @Override
    public List<Limit> limits() {
        return YouTubeLimits.all();
    }

    @Override
    public List<Charge> charges(Call call) {
        return YouTubeLimits.of(call);
    }

    @Override
    public Uni<Opening> open(UploadRequest request) {
        String slug = UploadMarker.of(request.upload().uploadId()).tag();
        return Calls.answeredSoon(api.openSession(
                        request.token().bearer(),
                        "resumable",
                        "snippet,status",
                        config.notifySubscribers(),
                        request.totalBytes(),
                        contentType(request),
                        slug,
                        VideoMetadata.of(request, config, clock.instant())))
                .map(answer -> Opening.waiting(YouTubeAnswers.opened(answer, clock.instant())));
    }

    @Override
    public Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle) {
        if (handle.openedAt().plus(OLDEST_SESSION).isBefore(clock.instant())) {
            return Uni.createFrom().item(new SessionStatus.Gone());
        }
        return Calls.answeredSoon(
                        sessions.status(handle.value(), request.token().bearer(), "bytes */" + request.totalBytes()))
                .map(answer -> YouTubeAnswers.session(answer, clock.instant()))
                .onFailure(YouTubeUploader::endedInFailure)
                .recoverWithItem(new SessionStatus.Gone());
    }

    /** A session that ended in a failure repeats it to whoever asks: it is as dead as one that is gone. */
    private static boolean endedInFailure(Throwable failure) {
        return failure instanceof UploadException ended
                && !ended.effectPossible()
                && switch (ended.failure()) {
                    case UploadFailure.InvalidInput invalid -> true;
                    case UploadFailure.ContentRejected rejected -> true;
                    case UploadFailure.Transient passing -> false;
                    case UploadFailure.RateLimited limited -> false;
                    case UploadFailure.QuotaExhausted exhausted -> false;
                    case UploadFailure.Auth auth -> false;
                    case UploadFailure.Unknown unknown -> false;
                };
    }

    @Override
    public Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range) {
        String contentRange =
                "bytes %d-%d/%d".formatted(range.offset(), range.offset() + range.length() - 1, range.total());
        return Calls.answered(sessions.send(
                        handle.value(),
                        request.token().bearer(),
                        contentType(request),
                        range.length(),
                        contentRange,
                        range.bytes()))
                .map(answer -> YouTubeAnswers.session(answer, clock.instant()));
    }

    @Override
    public long rangeSize(RemoteHandle handle, long offset, long total) {
        return config.upload().chunkSize().map(size -> size.asLongValue()).orElse(total - offset);
    }

    @Override
    public Uni<Finding> find(UploadRequest request, RemoteHandle handle, Optional<Instant> intendedAt) {
        return uploads.find(request, handle.openedAt())
                .map(found -> found.<Finding>map(Finding.Found::new).orElseGet(Finding.Absent::new));
    }

    @Override
    public Uni<Inspection> inspect(UploadRequest request, String postId) {
        return Calls.answeredSoon(api.videos(request.token().bearer(), "status", postId))
                .map(answer -> YouTubeAnswers.read(answer, VideoList.class, clock.instant()))
                .invoke(videos -> PrivacyCheck.compare(request, videos))
                .map(videos -> YouTubeInspection.of(videos, request.mode(), config.permalinkUrl(), clock.instant()));
    }

    @Override
    public Uni<Void> complete(UploadRequest request, String postId, Optional<MediaRange> thumbnail) {
        return thumbnail
                .map(image -> budgets.charged(
                        request.account().id(), YouTubeLimits.THUMBNAIL, () -> setThumbnail(request, postId, image)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Statistics> statistics(UploadRequest request, String postId) {
        return Calls.answeredSoon(api.videos(request.token().bearer(), "statistics", postId))
                .map(answer -> YouTubeAnswers.read(answer, VideoCounts.class, clock.instant()))
                .map(videos -> YouTubeStatistics.of(videos, postId));
    }

    /** Setting it again replaces it. */
    private Uni<Void> setThumbnail(UploadRequest request, String postId, MediaRange image) {
        String contentType = request.content()
                .thumbnail()
                .flatMap(reference -> reference.contentType())
                .orElse("application/octet-stream");
        return Calls.answered(api.setThumbnail(
                        request.token().bearer(), postId, "media", contentType, image.length(), image.bytes()))
                .invoke(answer -> YouTubeAnswers.requireSuccess(answer, clock.instant()))
                .replaceWithVoid();
    }

    private static String contentType(UploadRequest request) {
        return request.content().media().contentType().orElse("application/octet-stream");
    }
}
