package io.cliprelay.sandbox.linkedin;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.fault.FaultGate;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.http.RequestAddress;
import io.cliprelay.sandbox.http.SmallBody;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;

/** Where the video and post calls are found. Registered ahead of Quarkus' own handlers, which would buffer bodies. */
@Singleton
class RestRoutes {

    private static final Logger LOG = Logger.getLogger(RestRoutes.class);
    private static final int BEFORE_QUARKUS = -1000;
    private static final String VIDEOS = LinkedIn.PATH + "/rest/videos";
    private static final String POSTS = LinkedIn.PATH + "/rest/posts";

    private final Journal journal;
    private final FaultGate gate;
    private final Callers callers;
    private final Tokens tokens;
    private final ObjectMapper mapper;
    private final Clock clock;

    RestRoutes(Journal journal, FaultGate gate, Callers callers, Tokens tokens, ObjectMapper mapper, Clock clock) {
        this.journal = journal;
        this.gate = gate;
        this.callers = callers;
        this.tokens = tokens;
        this.mapper = mapper;
        this.clock = clock;
    }

    void register(
            @Observes Router router,
            InitializeUpload initialize,
            FinalizeUpload finish,
            GetVideo video,
            CreatePost create,
            FindPosts find,
            GetPost post,
            ShareStatistics shares,
            VideoAnalytics views,
            MemberAnalytics own,
            UploadPut put) {
        router.post(VIDEOS).order(BEFORE_QUARKUS).handler(context -> {
            boolean finalizes = "finalizeUpload".equals(context.request().getParam("action"));
            serve(finalizes ? finish : initialize, context);
        });
        router.get(VIDEOS + "/*").order(BEFORE_QUARKUS).handler(context -> serve(video, context));
        router.post(POSTS).order(BEFORE_QUARKUS).handler(context -> serve(create, context));
        router.get(POSTS).order(BEFORE_QUARKUS).handler(context -> serve(find, context));
        router.get(POSTS + "/*").order(BEFORE_QUARKUS).handler(context -> serve(post, context));
        get(router, "organizationalEntityShareStatistics", shares);
        get(router, "videoAnalytics", views);
        get(router, "memberCreatorPostAnalytics", own);
        get(router, "memberCreatorVideoAnalytics", own);
        router.put(LinkedIn.PATH + "/dms-uploads/*").order(BEFORE_QUARKUS).handler(put::handle);
    }

    private void get(Router router, String resource, RestEndpoint endpoint) {
        router.get(LinkedIn.PATH + "/rest/" + resource)
                .order(BEFORE_QUARKUS)
                .handler(context -> serve(endpoint, context));
    }

    private void serve(RestEndpoint endpoint, RoutingContext context) {
        var call = journal.arrived(LinkedIn.ID, endpoint.operation(), context.request());
        var exchange = new Exchange(context, call, clock);
        SmallBody.of(context.request())
                .onFailure(e -> exchange.broken())
                .onSuccess(body -> serve(endpoint, exchange, body));
    }

    private void serve(RestEndpoint endpoint, Exchange exchange, Buffer bytes) {
        HttpServerRequest request = exchange.request();
        Optional<JsonNode> body = tree(bytes);
        var revocation = new BearerRevocation(tokens, request.getHeader("Authorization"));
        var title = endpoint.title(body.orElseGet(JsonNodeFactory.instance::objectNode));
        gate.serve(exchange, title, revocation, fault -> effect(endpoint, request, body, fault));
    }

    /** Empty where it cannot be read; no body at all is an empty object. */
    private Optional<JsonNode> tree(Buffer body) {
        try {
            return body.length() == 0
                    ? Optional.of(JsonNodeFactory.instance.objectNode())
                    : Optional.of(mapper.readTree(body.getBytes())).filter(JsonNode::isObject);
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private Answer effect(
            RestEndpoint endpoint, HttpServerRequest request, Optional<JsonNode> body, Optional<FaultAction> fault) {
        try {
            Member member = callers.admit(request);
            JsonNode read = body.orElseThrow(() -> RestRefusal.of("ILLEGAL_ARGUMENT"));
            return endpoint.serve(call(member, request, read, fault));
        } catch (RestRefusal refusal) {
            return refusal.answer();
        } catch (RuntimeException e) {
            LOG.errorf(e, "The sandbox itself failed at %s", endpoint.operation());
            return RestRefusal.of("INTERNAL_SERVER_ERROR").answer();
        }
    }

    private static RestRequest call(
            Member member, HttpServerRequest request, JsonNode body, Optional<FaultAction> fault) {
        return new RestRequest(
                member,
                RequestAddress.base(request),
                urn(request.path()),
                query(request),
                Optional.ofNullable(request.getHeader("X-RestLi-Method")),
                body,
                fault);
    }

    /** URNs in a path have to be encoded; colons that are not are refused as no URN. */
    private static String urn(String path) {
        String segment = path.substring(path.lastIndexOf('/') + 1);
        return segment.contains(":") ? "" : URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(HttpServerRequest request) {
        return request.params().entries().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }
}
