package io.cliprelay.sandbox.youtube;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.fault.FaultGate;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.http.SmallBody;
import io.cliprelay.sandbox.oauth.Tokens;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;

/** Where the Data API's operations are found. Registered ahead of Quarkus' own handlers, which would buffer bodies. */
@Singleton
class YouTubeRoutes {

    private static final Logger LOG = Logger.getLogger(YouTubeRoutes.class);
    private static final int BEFORE_QUARKUS = -1000;

    private final Journal journal;
    private final FaultGate gate;
    private final Tokens tokens;
    private final Clock clock;

    YouTubeRoutes(Journal journal, FaultGate gate, Tokens tokens, Clock clock) {
        this.journal = journal;
        this.gate = gate;
        this.tokens = tokens;
        this.clock = clock;
    }

    void register(
            @Observes Router router,
            SessionStart start,
            MultipartInsert multipart,
            UploadPut put,
            ThumbnailSet thumbnail,
            VideosList videos,
            ChannelsList channels,
            PlaylistItems playlistItems) {
        // The discovery document names the second, guides and clients use the first.
        for (String root : new String[] {"/upload", "/resumable/upload"}) {
            router.post(root + "/youtube/v3/videos").order(BEFORE_QUARKUS).handler(insert(serve(start), multipart));
            router.put(root + "/youtube/v3/videos").order(BEFORE_QUARKUS).handler(put::handle);
        }
        router.post("/upload/youtube/v3/thumbnails/set").order(BEFORE_QUARKUS).handler(thumbnail::handle);
        router.get("/youtube/v3/videos").order(BEFORE_QUARKUS).handler(serve(videos));
        router.get("/youtube/v3/channels").order(BEFORE_QUARKUS).handler(serve(channels));
        router.get("/youtube/v3/playlistItems").order(BEFORE_QUARKUS).handler(serve(playlistItems));
    }

    private static Handler<RoutingContext> insert(Handler<RoutingContext> resumable, MultipartInsert multipart) {
        return context -> {
            if (MultipartInsert.isMeant(context.request())) {
                multipart.handle(context);
            } else {
                resumable.handle(context);
            }
        };
    }

    private Handler<RoutingContext> serve(ApiEndpoint endpoint) {
        return context -> {
            var call = journal.arrived(YouTube.ID, endpoint.operation(), context.request());
            var exchange = new Exchange(context, call, clock);
            SmallBody.of(context.request())
                    .onFailure(e -> refuse(exchange, e))
                    .onSuccess(body -> serve(endpoint, exchange, body));
        };
    }

    private static void refuse(Exchange exchange, Throwable unreadable) {
        if (unreadable instanceof IllegalArgumentException) {
            exchange.answer(ApiRefusal.of("parseError", unreadable.getMessage()).answer());
        } else {
            exchange.broken();
        }
    }

    private void serve(ApiEndpoint endpoint, Exchange exchange, Buffer body) {
        HttpServerRequest request = exchange.request();
        gate.serve(
                exchange,
                endpoint.title(request, body),
                new BearerRevocation(tokens, request.getHeader("Authorization")),
                fault -> noted(exchange, effect(endpoint, request, body, fault)));
    }

    /** The opening of a session belongs to the session that it opened. */
    private static Answer noted(Exchange exchange, Answer answer) {
        Optional.ofNullable(answer.headers().get("X-GUploader-UploadID")).ifPresent(exchange.call()::belongsTo);
        return answer;
    }

    private static Answer effect(
            ApiEndpoint endpoint, HttpServerRequest request, Buffer body, Optional<FaultAction> fault) {
        try {
            return endpoint.serve(new ApiRequest(request, body, fault));
        } catch (ApiRefusal refusal) {
            return refusal.answer();
        } catch (RuntimeException e) {
            LOG.errorf(e, "The sandbox itself failed at %s", endpoint.operation());
            return ApiRefusal.of("internalError").answer();
        }
    }
}
