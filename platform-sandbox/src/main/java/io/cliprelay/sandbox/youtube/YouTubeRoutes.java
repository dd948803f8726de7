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
import io.cliprelay.sandbox.fault.Revocation;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.http.SmallBody;
import io.cliprelay.sandbox.oauth.Grant;
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
            UploadPut put,
            VideosList videos,
            ChannelsList channels,
            PlaylistItems playlistItems) {
        // The discovery document names the second, guides and clients use the first.
        for (String root : new String[] {"/upload", "/resumable/upload"}) {
            router.post(root + "/youtube/v3/videos").order(BEFORE_QUARKUS).handler(serve(start));
            router.put(root + "/youtube/v3/videos").order(BEFORE_QUARKUS).handler(put::handle);
        }
        router.get("/youtube/v3/videos").order(BEFORE_QUARKUS).handler(serve(videos));
        router.get("/youtube/v3/channels").order(BEFORE_QUARKUS).handler(serve(channels));
        router.get("/youtube/v3/playlistItems").order(BEFORE_QUARKUS).handler(serve(playlistItems));
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
                revocation(request.getHeader("Authorization")),
                fault -> effect(endpoint, request, body, fault));
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

    private Revocation revocation(String authorization) {
        return new Revocation() {
            @Override
            public void ofAccess() {
                tokens.revokeAccess(authorization);
            }

            @Override
            public void ofRefresh() {
                tokens.authenticate(authorization).map(Grant::refreshToken).ifPresent(tokens::revoke);
            }
        };
    }
}
