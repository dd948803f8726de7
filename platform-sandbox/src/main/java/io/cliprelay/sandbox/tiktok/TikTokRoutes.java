package io.cliprelay.sandbox.tiktok;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import io.cliprelay.sandbox.fault.FaultGate;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.http.RequestAddress;
import io.cliprelay.sandbox.http.SmallBody;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;

/** Where the posting and display calls are found. Registered ahead of Quarkus' own handlers, which would buffer bodies. */
@Singleton
class TikTokRoutes {

    private static final Logger LOG = Logger.getLogger(TikTokRoutes.class);
    private static final int BEFORE_QUARKUS = -1000;

    private final Journal journal;
    private final FaultGate gate;
    private final Tokens tokens;
    private final ObjectMapper mapper;
    private final Clock clock;

    TikTokRoutes(Journal journal, FaultGate gate, Tokens tokens, ObjectMapper mapper, Clock clock) {
        this.journal = journal;
        this.gate = gate;
        this.tokens = tokens;
        this.mapper = mapper;
        this.clock = clock;
    }

    void register(
            @Observes Router router,
            CreatorInfo creatorInfo,
            DirectInit direct,
            InboxInit inbox,
            StatusFetch status,
            PublishCancel cancel,
            VideoQuery query,
            VideoList list,
            UserInfo user,
            UploadPut put) {
        Map.of(
                        "/v2/post/publish/creator_info/query/", creatorInfo,
                        "/v2/post/publish/video/init/", direct,
                        "/v2/post/publish/inbox/video/init/", inbox,
                        "/v2/post/publish/status/fetch/", status,
                        "/v2/post/publish/cancel/", cancel,
                        "/v2/video/query/", query,
                        "/v2/video/list/", list)
                .forEach((path, endpoint) ->
                        router.post(TikTok.PATH + path).order(BEFORE_QUARKUS).handler(serve(endpoint)));
        router.get(TikTok.PATH + "/v2/user/info/").order(BEFORE_QUARKUS).handler(serve(user));
        router.put(TikTok.PATH + "/video/").order(BEFORE_QUARKUS).handler(put::handle);
    }

    private Handler<RoutingContext> serve(ApiEndpoint endpoint) {
        return context -> {
            var call = journal.arrived(TikTok.ID, endpoint.operation(), context.request());
            var exchange = new Exchange(context, call, clock);
            SmallBody.of(context.request())
                    .onFailure(e -> exchange.broken())
                    .onSuccess(body -> serve(endpoint, exchange, body));
        };
    }

    private void serve(ApiEndpoint endpoint, Exchange exchange, Buffer bytes) {
        HttpServerRequest request = exchange.request();
        JsonNode body = tree(bytes);
        String authorization = request.getHeader("Authorization");
        gate.serve(
                exchange,
                endpoint.title(body),
                new BearerRevocation(tokens, authorization),
                fault -> effect(
                        endpoint,
                        new ApiRequest(authorization, RequestAddress.base(request), query(request), body, fault)));
    }

    /** What cannot be read counts as empty; the endpoint misses what it needs then. */
    private JsonNode tree(Buffer body) {
        try {
            JsonNode tree = mapper.readTree(body.getBytes());
            return tree.isObject() ? tree : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory are always readable", e);
        }
    }

    private static Map<String, String> query(HttpServerRequest request) {
        return request.params().entries().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static Answer effect(ApiEndpoint endpoint, ApiRequest request) {
        try {
            return ApiError.ok(endpoint.serve(request));
        } catch (ApiRefusal refusal) {
            return refusal.answer();
        } catch (RuntimeException e) {
            LOG.errorf(e, "The sandbox itself failed at %s", endpoint.operation());
            return ApiRefusal.of("internal_error").answer();
        }
    }
}
