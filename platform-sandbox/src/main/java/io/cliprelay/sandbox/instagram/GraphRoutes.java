package io.cliprelay.sandbox.instagram;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.fault.FaultGate;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.http.SmallBody;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;

/** Where the calls are found. Registered ahead of Quarkus' own handlers, which would buffer bodies. */
@Singleton
class GraphRoutes {

    private static final Logger LOG = Logger.getLogger(GraphRoutes.class);
    private static final int BEFORE_QUARKUS = -1000;
    private static final String VERSION = "/:version";

    private final Journal journal;
    private final FaultGate gate;
    private final GraphRequests requests;
    private final Tokens tokens;
    private final Clock clock;

    GraphRoutes(Journal journal, FaultGate gate, GraphRequests requests, Tokens tokens, Clock clock) {
        this.journal = journal;
        this.gate = gate;
        this.requests = requests;
        this.tokens = tokens;
        this.clock = clock;
    }

    void register(
            @Observes Router router,
            TokenCalls token,
            ContainerCreate create,
            ContainerPublish publish,
            MediaList list,
            PublishingLimit limit,
            MediaInsights insights,
            ObjectRead read,
            MediaChange change,
            BytesPost bytes) {
        get(router, Login.INSTAGRAM, "/refresh_access_token", token);
        get(router, Login.FACEBOOK, VERSION + "/oauth/access_token", token);
        for (Login login : Login.values()) {
            post(router, login, VERSION + "/:node/media", create);
            post(router, login, VERSION + "/:node/media_publish", publish);
            get(router, login, VERSION + "/:node/media", list);
            get(router, login, VERSION + "/:node/content_publishing_limit", limit);
            get(router, login, VERSION + "/:node/insights", insights);
            post(router, login, VERSION + "/:node/comments", change);
        }
        // The reference prints the address without the version, its samples with it.
        for (String path : new String[] {"/ig-api-upload/:version/:container", "/ig-api-upload/:container"}) {
            router.post(Login.FACEBOOK.path() + path).order(BEFORE_QUARKUS).handler(bytes::handle);
        }
        for (Login login : Login.values()) {
            get(router, login, VERSION + "/:node", read);
            post(router, login, VERSION + "/:node", change);
        }
    }

    private void get(Router router, Login login, String path, GraphCall call) {
        router.get(login.path() + path).order(BEFORE_QUARKUS).handler(serve(login, call));
    }

    private void post(Router router, Login login, String path, GraphCall call) {
        router.post(login.path() + path).order(BEFORE_QUARKUS).handler(serve(login, call));
    }

    private Handler<RoutingContext> serve(Login login, GraphCall graph) {
        return context -> SmallBody.of(context.request())
                .onFailure(gone -> context.request().connection().close())
                .onSuccess(body -> serve(login, graph, context, body));
    }

    private void serve(Login login, GraphCall graph, RoutingContext context, Buffer body) {
        GraphRequest request = requests.of(login, context, body);
        var call = journal.arrived(Instagram.ID, graph.operation(request), context.request());
        request.token().flatMap(tokens::holder).map(Account::name).ifPresent(call::speaksFor);
        var exchange = new Exchange(context, call, clock);
        gate.serve(
                exchange,
                graph.title(request),
                new TokenRevocation(tokens, request.token()),
                fault -> effect(graph, request, fault));
    }

    private static Answer effect(GraphCall graph, GraphRequest request, Optional<FaultAction> fault) {
        try {
            return UsageHeaders.on(Answer.json(200, graph.serve(request.under(fault))), request);
        } catch (GraphRefusal refusal) {
            return UsageHeaders.on(refusal.answer(), request);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The sandbox itself failed at %s", graph.operation(request));
            return GraphRefusal.of("1").answer();
        }
    }
}
