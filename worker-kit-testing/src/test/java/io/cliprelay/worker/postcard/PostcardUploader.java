package io.cliprelay.worker.postcard;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.postcard.PostcardApi.Card;
import io.cliprelay.worker.spi.ComposedText;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.Opening;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** Writes a card, range by range, and posts it by a call of its own. */
@ApplicationScoped
public class PostcardUploader implements PlatformUploader {

    private static final long RANGE = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PostcardApi api;
    private final PostcardConfig config;
    private final InstantSource clock;

    PostcardUploader(@RestClient PostcardApi api, PostcardConfig config, InstantSource clock) {
        this.api = api;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public PlatformDescriptor descriptor() {
        return PostcardDescriptor.of(config);
    }

    @Override
    public Uni<Opening> open(UploadRequest request) {
        String text = ComposedText.of(descriptor(), request.content()).field(PostcardDescriptor.TEXT);
        return answered(api.open(request.token().bearer(), new Card(null, text, 0, null)))
                .map(card -> Opening.waiting(new RemoteHandle(card.id(), clock.instant())));
    }

    @Override
    public Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle) {
        return answeredIfThere(api.card(request.token().bearer(), handle.value()))
                .map(card -> card.map(known -> status(known, request)).orElseGet(SessionStatus.Gone::new));
    }

    private static SessionStatus status(Card card, UploadRequest request) {
        return card.received() == request.totalBytes()
                ? new SessionStatus.Ready(Optional.empty())
                : new SessionStatus.Open(card.received(), Optional.empty());
    }

    @Override
    public long rangeSize(RemoteHandle handle, long offset, long total) {
        return RANGE;
    }

    @Override
    public Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range) {
        return answered(api.send(
                        request.token().bearer(), handle.value(), range.offset(), range.length(), range.bytes()))
                .map(card -> status(card, request));
    }

    @Override
    public Uni<String> publish(UploadRequest request, RemoteHandle handle) {
        return answered(api.post(request.token().bearer(), handle.value())).map(Card::post);
    }

    @Override
    public Uni<Finding> find(UploadRequest request, RemoteHandle handle, Optional<Instant> intendedAt) {
        return answeredIfThere(api.posted(request.token().bearer(), handle.value()))
                .map(card -> card.map(posted -> (Finding) new Finding.Found(posted.post()))
                        .orElseGet(Finding.Absent::new));
    }

    @Override
    public Uni<Inspection> inspect(UploadRequest request, String postId) {
        return Uni.createFrom().item(new Inspection.Live(postId, URI.create("https://postcard.example/" + postId)));
    }

    @Override
    public Uni<Void> complete(UploadRequest request, String postId, Optional<MediaRange> thumbnail) {
        return Uni.createFrom().voidItem();
    }

    /** A call that brings no answer may have had its effect, and so may one that is answered by a server's error. */
    private static Uni<Card> answered(Uni<RestResponse<String>> call) {
        return answer(call).map(PostcardUploader::card);
    }

    /** Empty where the post office does not know the card. */
    private static Uni<Optional<Card>> answeredIfThere(Uni<RestResponse<String>> call) {
        return answer(call).map(answer -> answer.getStatus() == 404 ? Optional.empty() : Optional.of(card(answer)));
    }

    private static Uni<RestResponse<String>> answer(Uni<RestResponse<String>> call) {
        return call.ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .transform(lost -> UploadException.unclear(passing("no answer"), lost));
    }

    private static Card card(RestResponse<String> answer) {
        int status = answer.getStatus();
        return switch (status / 100) {
            case 2 -> EventJson.decode(answer.getEntity(), Card.class);
            case 4 -> throw refused(status);
            default -> throw UploadException.unclear(passing("HTTP " + status), null);
        };
    }

    private static UploadException refused(int status) {
        UploadFailure.Reason reason = reason("HTTP " + status);
        return switch (status) {
            case 401 -> UploadException.tokenRefused(new UploadFailure.Auth(reason));
            case 429 -> UploadException.refused(new UploadFailure.RateLimited(reason, Optional.empty()));
            default -> UploadException.refused(new UploadFailure.InvalidInput(reason));
        };
    }

    private static UploadFailure passing(String what) {
        return new UploadFailure.Transient(reason(what));
    }

    private static UploadFailure.Reason reason(String what) {
        return new UploadFailure.Reason("postcard.refused", "The post office said: " + what, "Ask at the counter.");
    }
}
