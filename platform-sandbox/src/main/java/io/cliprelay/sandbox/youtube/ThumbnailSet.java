package io.cliprelay.sandbox.youtube;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.fault.FaultGate;
import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.oauth.Grant;
import io.cliprelay.sandbox.oauth.Tokens;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;

/** {@code thumbnails.set} with {@code uploadType=media}; the image is digested as it comes and not kept. */
@Singleton
class ThumbnailSet {

    /** Since 2026-09-14; 2 MB before. */
    private static final long LARGEST = 50_000_000;

    private static final int UNITS = 50;

    private final Journal journal;
    private final FaultGate gate;
    private final Scopes scopes;
    private final Quota quota;
    private final Ledger ledger;
    private final Tokens tokens;
    private final Clock clock;

    ThumbnailSet(
            Journal journal, FaultGate gate, Scopes scopes, Quota quota, Ledger ledger, Tokens tokens, Clock clock) {
        this.journal = journal;
        this.gate = gate;
        this.scopes = scopes;
        this.quota = quota;
        this.ledger = ledger;
        this.tokens = tokens;
        this.clock = clock;
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        var exchange = new Exchange(context, journal.arrived(YouTube.ID, YouTube.THUMBNAIL, request), clock);
        var image = new ImageDigest();
        request.exceptionHandler(e -> exchange.broken());
        request.handler(bytes -> {
            exchange.received(bytes.length());
            image.add(bytes);
        });
        request.endHandler(end -> serve(exchange, image));
        request.resume();
    }

    private void serve(Exchange exchange, ImageDigest image) {
        HttpServerRequest request = exchange.request();
        Optional<String> title = video(request).map(Post::title);
        var revocation = new BearerRevocation(tokens, request.getHeader("Authorization"));
        gate.serve(exchange, title, revocation, fault -> answer(request, image));
    }

    private Answer answer(HttpServerRequest request, ImageDigest image) {
        try {
            return set(request, image);
        } catch (ApiRefusal refusal) {
            return refusal.answer();
        }
    }

    private Answer set(HttpServerRequest request, ImageDigest image) {
        Grant grant = scopes.require(request.getHeader("Authorization"), Scopes.UPLOAD);
        quota.chargeUnits(UNITS);
        Post video = video(request).orElseThrow(() -> ApiRefusal.of("videoNotFound"));
        if (!video.channelId().equals(grant.channel().id())) {
            throw ApiRefusal.of("forbidden");
        }
        check(image);
        String sha256 = image.sha256();
        ledger.change(video.id(), post -> post.withThumbnail(sha256));
        var body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "youtube#thumbnailSetResponse").put("etag", "\"" + sha256.substring(0, 27) + "\"");
        body.putArray("items").add(Thumbnails.of(video));
        return Answer.json(200, body);
    }

    private static void check(ImageDigest image) {
        if (image.bytes() == 0) {
            throw ApiRefusal.of("mediaBodyRequired");
        }
        if (image.bytes() > LARGEST) {
            throw ApiRefusal.of("uploadTooLarge");
        }
        if (!image.isImage()) {
            throw ApiRefusal.of("invalidImage");
        }
    }

    private Optional<Post> video(HttpServerRequest request) {
        return Optional.ofNullable(request.getParam("videoId")).flatMap(ledger::find);
    }
}
