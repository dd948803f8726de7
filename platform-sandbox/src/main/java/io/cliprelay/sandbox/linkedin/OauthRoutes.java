package io.cliprelay.sandbox.linkedin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.fault.FaultGate;
import io.cliprelay.sandbox.fault.Revocation;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.http.SmallBody;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tallies;

/** LinkedIn's OAuth addresses, as far as a web client needs them, and who a token speaks for. */
@Singleton
class OauthRoutes {

    private static final int BEFORE_QUARKUS = -1000;
    private static final String OAUTH = LinkedIn.PATH + "/oauth/v2";

    private final Journal journal;
    private final Tallies tallies;
    private final FaultGate gate;
    private final TokenEndpoint endpoint;
    private final Tokens tokens;
    private final Members members;
    private final Clock clock;

    OauthRoutes(
            Journal journal,
            Tallies tallies,
            FaultGate gate,
            TokenEndpoint endpoint,
            Tokens tokens,
            Members members,
            Clock clock) {
        this.journal = journal;
        this.tallies = tallies;
        this.gate = gate;
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.members = members;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.post(OAUTH + "/accessToken")
                .order(BEFORE_QUARKUS)
                .handler(context -> serve(context, LinkedIn.TOKEN, this::token));
        router.post(OAUTH + "/introspectToken")
                .order(BEFORE_QUARKUS)
                .handler(context -> serve(context, LinkedIn.INTROSPECT, endpoint::introspect));
        router.post(OAUTH + "/revoke")
                .order(BEFORE_QUARKUS)
                .handler(context -> serve(context, "revoke", endpoint::revoke));
        router.get(OAUTH + "/authorization").order(BEFORE_QUARKUS).handler(this::authorize);
        router.get(LinkedIn.PATH + "/v2/userinfo").order(BEFORE_QUARKUS).handler(this::userInfo);
    }

    private void serve(RoutingContext context, String operation, Function<MultiMap, Answer> effect) {
        Exchange exchange = exchange(context, operation);
        SmallBody.of(context.request()).onFailure(gone -> exchange.cut()).onSuccess(body -> {
            MultiMap form = form(body);
            gate.serve(exchange, Optional.empty(), revocation(form), fault -> effect.apply(form));
        });
    }

    private Answer token(MultiMap form) {
        Answer answer = endpoint.token(form);
        if (answer.status() == 200 && "refresh_token".equals(form.get("grant_type"))) {
            tallies.of(LinkedIn.ID).tokenRefreshed();
        }
        return answer;
    }

    private Revocation revocation(MultiMap form) {
        return new Revocation() {
            @Override
            public void ofAccess() {
                ofRefresh();
            }

            @Override
            public void ofRefresh() {
                Optional.ofNullable(form.get("refresh_token")).ifPresent(tokens::revokeConsent);
            }
        };
    }

    private void authorize(RoutingContext context) {
        exchange(context, "authorize").answer(consented(context.request().params()));
        context.request().resume();
    }

    private Answer consented(MultiMap query) {
        String uri = query.get("redirect_uri");
        if (uri == null || !uri.startsWith("http") || uri.contains("#")) {
            return OauthRefusal.invalidRequest("Redirect_uri doesn't match").answer();
        }
        try {
            String state = Optional.ofNullable(query.get("state")).orElse("");
            String outcome = "code=" + encoded(endpoint.consent(query)) + "&state=" + encoded(state);
            return Answer.empty(302).with("Location", uri + (uri.contains("?") ? "&" : "?") + outcome);
        } catch (OauthRefusal refusal) {
            return refusal.answer();
        }
    }

    private void userInfo(RoutingContext context) {
        Exchange exchange = exchange(context, LinkedIn.USER_INFO);
        String authorization = context.request().getHeader("Authorization");
        var revocation = new BearerRevocation(tokens, authorization);
        gate.serve(exchange, Optional.empty(), revocation, fault -> member(authorization));
        context.request().resume();
    }

    private Answer member(String authorization) {
        try {
            var access = tokens.authenticate(authorization);
            Member member = members.find(access.member()).orElseThrow(() -> RestRefusal.of("INVALID_ACCESS_TOKEN"));
            if (!member.scopes().contains("openid")) {
                throw RestRefusal.of("ACCESS_DENIED", "Not enough permissions to access: userinfo.GET.NO_VERSION");
            }
            var body = JsonNodeFactory.instance.objectNode();
            return Answer.json(200, body.put("sub", member.personId()).put("name", member.name()));
        } catch (RestRefusal refusal) {
            return refusal.answer();
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static MultiMap form(Buffer body) {
        var form = MultiMap.caseInsensitiveMultiMap();
        new QueryStringDecoder(body.toString(), StandardCharsets.UTF_8, false)
                .parameters()
                .forEach(form::add);
        return form;
    }

    private Exchange exchange(RoutingContext context, String operation) {
        return new Exchange(context, journal.arrived(LinkedIn.ID, operation, context.request()), clock);
    }
}
