package io.cliprelay.tiktok;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.PublishId;
import io.cliprelay.tiktok.wire.PublishStatus;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * Publications that get their bytes (developers.tiktok.com/doc/content-posting-api-media-transfer-guide). How far one is
 * says its status; what an answer to bytes says is only believed where it leaves nothing open.
 */
@ApplicationScoped
class Sessions {

    private static final String UNKNOWN_ID = "invalid_publish_id";

    /** Statuses of an answer to bytes after which TikTok is asked how far it is. */
    private static final Set<Integer> ASKED = Set.of(403, 404, 416);

    private final TikTokApi api;
    private final TikTokUpload upload;
    private final Budgets budgets;
    private final TikTokConfig config;
    private final InstantSource clock;

    Sessions(
            @RestClient TikTokApi api,
            @RestClient TikTokUpload upload,
            Budgets budgets,
            TikTokConfig config,
            InstantSource clock) {
        this.api = api;
        this.upload = upload;
        this.budgets = budgets;
        this.config = config;
        this.clock = clock;
    }

    /** How a publication stands, by its id. */
    Uni<Standing> standing(UploadRequest request, String publishId) {
        return reply(request, publishId).map(this::standing);
    }

    private Standing standing(Reply reply) {
        Instant now = clock.instant();
        return Standing.of(reply.as(PublishStatus.class, now), now);
    }

    private Uni<Reply> reply(UploadRequest request, String publishId) {
        return budgets.charged(request.account().id(), TikTokLimits.STATUS, () -> Calls.answeredSoon(
                        api.status(request.token().bearer(), new PublishId(publishId)))
                .map(Reply::of));
    }

    /** Where the session stands. With bytes missing and its address dead it ends, once a second look says the same. */
    Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle) {
        return look(request, handle)
                .chain(status -> isOpen(status) && isExpired(handle)
                        ? endWhereStillOpen(request, handle)
                        : Uni.createFrom().item(status));
    }

    private Uni<SessionStatus> endWhereStillOpen(UploadRequest request, RemoteHandle handle) {
        return look(request, handle).map(again -> isOpen(again) ? new SessionStatus.Failed(expired()) : again);
    }

    private Uni<SessionStatus> look(UploadRequest request, RemoteHandle handle) {
        UploadTicket ticket = UploadTicket.of(handle);
        return reply(request, ticket.publishId())
                .map(reply -> reply.says(UNKNOWN_ID)
                        ? unknown(reply, handle)
                        : standing(reply).session(ticket.publishId(), ticket.plan()));
    }

    /** Just begun, it may not be known to all of TikTok's servers yet. */
    private SessionStatus unknown(Reply reply, RemoteHandle handle) {
        Instant now = clock.instant();
        if (now.isBefore(handle.openedAt().plus(config.publicationLag()))) {
            throw reply.unreadable("the state of a publication that it has just begun", null);
        }
        return new SessionStatus.Gone();
    }

    private boolean isExpired(RemoteHandle handle) {
        return !clock.instant().isBefore(handle.openedAt().plus(config.uploadLifetime()));
    }

    private static boolean isOpen(SessionStatus status) {
        return status instanceof SessionStatus.Open;
    }

    /** Sends a range and yields where the session stands after it. */
    Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range) {
        UploadTicket ticket = UploadTicket.of(handle);
        String contentRange =
                "bytes %d-%d/%d".formatted(range.offset(), range.offset() + range.length() - 1, range.total());
        return Calls.answered(upload.send(
                        ticket.uploadUrl(), contentType(request), range.length(), contentRange, range.bytes()))
                .chain(answer -> sent(request, handle, range, answer)
                        .onFailure(failure -> range.last() && isQuestion(answer))
                        .transform(Sessions::open));
    }

    /** Whether what the answer means had to be asked for. */
    private static boolean isQuestion(RestResponse<String> answer) {
        return answer.getStatus() / 100 == 2 || ASKED.contains(answer.getStatus());
    }

    /** A question that fails leaves open what became of the last bytes, whatever the refusal says of itself. */
    private static Throwable open(Throwable failure) {
        return failure instanceof UploadException unanswered
                ? UploadException.unclear(unanswered.failure(), unanswered)
                : failure;
    }

    private Uni<SessionStatus> sent(
            UploadRequest request, RemoteHandle handle, MediaRange range, RestResponse<String> answer) {
        return switch (answer.getStatus()) {
            case 200, 201 ->
                range.last()
                        ? item(new SessionStatus.Completed(
                                UploadTicket.of(handle).publishId()))
                        : status(request, handle);
            case 206 ->
                !range.last() && proves(answer, range)
                        ? item(new SessionStatus.Open(range.offset() + range.length(), Optional.empty()))
                        : status(request, handle);
            case 403, 404 -> look(request, handle).chain(status -> refused(request, handle, range, status));
            case 416 -> status(request, handle).map(status -> requireProgress(status, range));
            default -> Uni.createFrom().failure(Reply.of(answer).failure(clock.instant()));
        };
    }

    /**
     * The address is dead, or not known: nothing can be added to what is there. Of the last chunk the rest may yet be on
     * its way from a connection that broke, until the address is dead for certain.
     */
    private Uni<SessionStatus> refused(
            UploadRequest request, RemoteHandle handle, MediaRange range, SessionStatus status) {
        if (!isOpen(status)) {
            return item(status);
        }
        return range.last() && !isExpired(handle)
                ? Uni.createFrom().failure(UploadException.unclear(expired(), null))
                : endWhereStillOpen(request, handle);
    }

    private static boolean proves(RestResponse<String> answer, MediaRange range) {
        return StoredRange.proves(
                Optional.ofNullable(answer.getHeaderString("Content-Range")), range.offset() + range.length());
    }

    /**
     * TikTok wants other bytes than these, and says that these are the next: it has a part of the chunk, to which nothing
     * fits. Of the last chunk the rest may yet be on its way from a connection that broke, so that nothing is proved.
     */
    private static SessionStatus requireProgress(SessionStatus status, MediaRange range) {
        if (!(status instanceof SessionStatus.Open open) || open.offset() != range.offset()) {
            return status;
        }
        UploadFailure failure = passing(
                "tiktok.range-refused",
                "TikTok has a part of the chunk at byte %d and does not take it anew".formatted(range.offset()));
        if (range.last()) {
            throw UploadException.unclear(failure, null);
        }
        return new SessionStatus.Failed(failure);
    }

    /** Without its last byte nothing is published. */
    private static UploadFailure expired() {
        return passing(
                "tiktok.upload-expired", "TikTok takes no more bytes for an upload that has not got all of them");
    }

    private static UploadFailure passing(String code, String message) {
        return new UploadFailure.Transient(new UploadFailure.Reason(code, message, "Nothing to do: it is begun anew."));
    }

    private static Uni<SessionStatus> item(SessionStatus status) {
        return Uni.createFrom().item(status);
    }

    /** What the gateway saw of it; TikTok refuses all but MP4, QuickTime and WebM. The usual one where nobody knows. */
    private static String contentType(UploadRequest request) {
        return request.content().media().contentType().orElse("video/mp4");
    }
}
