package io.cliprelay.linkedin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.linkedin.wire.FinalizeUpload;
import io.cliprelay.linkedin.wire.InitializeUpload;
import io.cliprelay.linkedin.wire.Initialized;
import io.cliprelay.linkedin.wire.VideoState;
import io.cliprelay.worker.spi.Opening;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * Videos from the start of their upload until they can be posted. Nothing here is visible to anybody, so that all may be
 * repeated.
 */
@ApplicationScoped
class Videos {

    /** After these an upload can only be begun anew. */
    private static final Set<String> ENDS = Set.of("EXPIRED_UPLOAD_URL", "UPDATING_ASSET_FAILED", "INVALID_VIDEO_ID");

    /** A video that LinkedIn does not know so long after it was finalised is gone. */
    private static final Duration KNOWN_AFTER = Duration.ofMinutes(2);

    private final Rest rest;
    private final Parts parts;
    private final LinkedInConfig config;
    private final InstantSource clock;

    Videos(Rest rest, Parts parts, LinkedInConfig config, InstantSource clock) {
        this.rest = rest;
        this.parts = parts;
        this.config = config;
        this.clock = clock;
    }

    Uni<Opening> open(UploadRequest request) {
        boolean withThumbnail = request.content().thumbnail().isPresent();
        var order = InitializeUpload.of(Urns.author(request), request.totalBytes(), withThumbnail);
        return parts.requireThumbnail(request.content().thumbnail())
                .chain(() -> rest.videos(request, "initializeUpload", order))
                .map(reply -> rest.value(reply, Initialized.class))
                .map(begun -> Instructions.checked(begun.value(), request.totalBytes(), config.uploadHosts()))
                .map(ticket -> Opening.waiting(new RemoteHandle(Json.text(ticket), clock.instant())));
    }

    /** With parts missing only the receipts tell how far it is; LinkedIn is not asked what it would not answer. */
    Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle) {
        VideoTicket ticket = VideoTicket.of(handle);
        if (!ticket.hasAllParts()) {
            return Uni.createFrom()
                    .item(
                            ticket.expiredBy(clock.instant())
                                    ? new SessionStatus.Failed(LinkedInErrors.expired())
                                    : new SessionStatus.Open(ticket.firstMissingByte(), Optional.empty()));
        }
        return rest.video(request, ticket.video()).map(reply -> status(ticket, reply));
    }

    private SessionStatus status(VideoTicket ticket, Reply reply) {
        if (reply.status() == 403) {
            return unreadable(ticket);
        }
        if (reply.status() == 404) {
            return unknown(ticket, clock.instant());
        }
        VideoState state = rest.value(reply, VideoState.class);
        return switch (Objects.requireNonNullElse(state.status(), "")) {
            case "WAITING_UPLOAD" -> new SessionStatus.Open(ticket.firstMissingByte(), Optional.empty());
            case "AVAILABLE" -> new SessionStatus.Ready(Optional.empty());
            case "PROCESSING_FAILED" ->
                new SessionStatus.Failed(LinkedInErrors.notProcessed(
                        Objects.requireNonNullElse(state.processingFailureReason(), "no reason given")));
            default -> new SessionStatus.Preparing(Optional.empty());
        };
    }

    /** Just finalised, a video may not be known to all of LinkedIn's servers yet. */
    static SessionStatus unknown(VideoTicket ticket, Instant now) {
        boolean fresh = ticket.finalizedSince()
                .filter(since -> now.isBefore(since.plus(KNOWN_AFTER)))
                .isPresent();
        return fresh ? new SessionStatus.Preparing(Optional.empty()) : new SessionStatus.Gone();
    }

    /** Some tokens may not ask: then time tells, and posting too early is refused without effect. */
    private SessionStatus unreadable(VideoTicket ticket) {
        return ticket.finalizedSince()
                .<SessionStatus>map(since -> clock.instant().isBefore(since.plus(processingTime(ticket)))
                        ? new SessionStatus.Preparing(Optional.empty())
                        : new SessionStatus.Ready(Optional.empty()))
                .orElseGet(() -> new SessionStatus.Open(ticket.firstMissingByte(), Optional.empty()));
    }

    private Duration processingTime(VideoTicket ticket) {
        long megabytes = ticket.firstMissingByte() / 1_000_000;
        return config.processingTime().plus(config.processingTimePerMegabyte().multipliedBy(megabytes));
    }

    /** Tells LinkedIn that all parts are there, after the thumbnail, which is too late then. */
    Uni<SessionStatus> finish(UploadRequest request, RemoteHandle handle) {
        VideoTicket ticket = VideoTicket.of(handle);
        var order = new FinalizeUpload(new FinalizeUpload.Request(
                ticket.video(),
                ticket.uploadToken(),
                ticket.parts().stream().map(VideoTicket.Part::etag).toList()));
        return parts.sendThumbnail(ticket, request.content().thumbnail())
                .chain(() -> rest.videos(request, "finalizeUpload", order))
                .chain(reply -> finished(request, handle, reply));
    }

    private Uni<SessionStatus> finished(UploadRequest request, RemoteHandle handle, Reply reply) {
        if (reply.isSuccess()) {
            return Uni.createFrom().item(processing(handle));
        }
        UploadException failure = rest.failure(reply);
        if (ENDS.contains(reply.code())) {
            return Uni.createFrom().item(new SessionStatus.Failed(failure.failure()));
        }
        return reply.status() == 400
                ? rest.video(request, VideoTicket.of(handle).video()).map(video -> movedOn(handle, video, failure))
                : Uni.createFrom().failure(failure);
    }

    /**
     * A repeat may be refused though the first was taken; how the video is says it. Where that may not be asked, it is taken
     * for finished: should it not be, the post is refused without effect.
     */
    private SessionStatus movedOn(RemoteHandle handle, Reply video, UploadException refusal) {
        if (video.status() == 403) {
            return processing(handle);
        }
        SessionStatus status = status(VideoTicket.of(handle), video);
        if (status instanceof SessionStatus.Open) {
            throw refusal;
        }
        return status;
    }

    private SessionStatus processing(RemoteHandle handle) {
        Instant now = clock.instant();
        return new SessionStatus.Preparing(
                Optional.of(VideoTicket.of(handle).finalizedAt(now).handle(handle)));
    }
}
