package io.cliprelay.linkedin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.media.MediaSources;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;

/** Sends parts, each to its own address and without the access token, and keeps LinkedIn's receipts. */
@ApplicationScoped
class Parts {

    /** About the part's address, also the 401: the access token is not sent there. */
    private static final Set<Integer> DEAD = Set.of(401, 403, 404, 410);

    /** An upload of gigabytes is not begun anew for one odd answer. */
    private static final int LOOKS = 3;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final LinkedInUpload upload;
    private final MediaSources sources;
    private final InstantSource clock;

    Parts(@RestClient LinkedInUpload upload, MediaSources sources, InstantSource clock) {
        this.upload = upload;
        this.sources = sources;
        this.clock = clock;
    }

    /** What came of one part: its receipt, or why there is none. */
    private record Sent(VideoTicket.Part part, Optional<String> etag, Optional<UploadException> failure) {

        boolean isDead() {
            return failure.filter(met -> met.failure().equals(LinkedInErrors.deadAddress()))
                    .isPresent();
        }
    }

    /** Sends what is missing of a range, its parts side by side; what one part met does not undo the others. */
    Uni<SessionStatus> send(RemoteHandle handle, MediaRange range) {
        VideoTicket ticket = VideoTicket.of(handle);
        if (ticket.expiredBy(clock.instant())) {
            return Uni.createFrom().item(new SessionStatus.Failed(LinkedInErrors.expired()));
        }
        List<Uni<Sent>> parts = ticket.missingWithin(range.offset(), range.length()).stream()
                .map(part -> send(part, range.slice(part.firstByte(), part.length())))
                .toList();
        return Uni.join().all(parts).andFailFast().map(sent -> status(ticket, handle, sent));
    }

    private Uni<Sent> send(VideoTicket.Part part, MediaRange bytes) {
        return Uni.createFrom()
                .deferred(() -> sendOnce(part, bytes))
                .repeat()
                .withDelay(PAUSE)
                .whilst(Sent::isDead)
                .select()
                .first(LOOKS)
                .collect()
                .last();
    }

    private Uni<Sent> sendOnce(VideoTicket.Part part, MediaRange bytes) {
        return Calls.answered(upload.part(part.url(), "application/octet-stream", part.length(), bytes.bytes()))
                .map(answer -> new Sent(part, Optional.of(receipt(answer)), Optional.empty()))
                .onFailure(UploadException.class)
                .recoverWithItem(failure -> new Sent(part, Optional.empty(), Optional.of(failure)));
    }

    private String receipt(RestResponse<String> answer) {
        if (DEAD.contains(answer.getStatus())) {
            throw UploadException.refused(LinkedInErrors.deadAddress());
        }
        if (answer.getStatus() / 100 != 2) {
            throw refused(answer.getStatus());
        }
        return Etags.of(answer.getHeaderString("ETag")).orElseThrow(() -> refused(answer.getStatus()));
    }

    /** Whatever it says, the part is not there. */
    private static UploadException refused(int status) {
        return UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(
                "linkedin.part-refused",
                "LinkedIn answered a part with HTTP %d and no receipt".formatted(status),
                "Nothing to do: the part is sent again.")));
    }

    private static SessionStatus status(VideoTicket ticket, RemoteHandle handle, List<Sent> parts) {
        Map<Long, String> receipts = parts.stream()
                .filter(sent -> sent.etag().isPresent())
                .collect(Collectors.toMap(
                        sent -> sent.part().firstByte(), sent -> sent.etag().orElseThrow()));
        if (parts.stream().anyMatch(Sent::isDead)) {
            return new SessionStatus.Failed(LinkedInErrors.deadAddress());
        }
        Optional<UploadException> failure = parts.stream()
                .flatMap(sent -> sent.failure().stream())
                .filter(met -> receipts.isEmpty())
                .findFirst();
        if (failure.isPresent()) {
            throw failure.get();
        }
        VideoTicket now = ticket.with(receipts);
        return new SessionStatus.Open(now.firstMissingByte(), Optional.of(now.handle(handle)));
    }

    /** Fails where the thumbnail cannot be read: before the video is sent, not after. */
    Uni<Void> requireThumbnail(Optional<MediaReference> thumbnail) {
        return thumbnail.map(image -> sources.open(image).replaceWithVoid()).orElseGet(() -> Uni.createFrom()
                .voidItem());
    }

    /** Sends the announced thumbnail; sending it again replaces it. */
    Uni<Void> sendThumbnail(VideoTicket ticket, Optional<MediaReference> thumbnail) {
        if (ticket.thumbnailUrl() == null || thumbnail.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String contentType = thumbnail.get().contentType().orElse("image/jpeg");
        return sources.open(thumbnail.get())
                .map(media -> media.range(0, media.size()))
                .chain(image -> Calls.answeredSoon(upload.thumbnail(
                        ticket.thumbnailUrl(), contentType, "STILLIMAGE", image.length(), image.bytes())))
                .invoke(Parts::requireSuccess)
                .replaceWithVoid();
    }

    private static void requireSuccess(RestResponse<String> answer) {
        if (answer.getStatus() / 100 != 2) {
            throw refused(answer.getStatus());
        }
    }
}
