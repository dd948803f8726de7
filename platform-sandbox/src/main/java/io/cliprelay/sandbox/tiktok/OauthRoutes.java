package io.cliprelay.sandbox.tiktok;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

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

/** Login Kit's addresses, as far as a web client needs them. */
@Singleton
class OauthRoutes {

    private static final int BEFORE_QUARKUS = -1000;

    private final Journal journal;
    private final Tallies tallies;
    private final FaultGate gate;
    private final TokenEndpoint endpoint;
    private final Tokens tokens;
    private final Clock clock;

    OauthRoutes(Journal journal, Tallies tallies, FaultGate gate, TokenEndpoint endpoint, Tokens tokens, Clock clock) {
        this.journal = journal;
        this.tallies = tallies;
        this.gate = gate;
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.post(TikTok.PATH + "/v2/oauth/token/").order(BEFORE_QUARKUS).handler(this::token);
        router.post(TikTok.PATH + "/v2/oauth/revoke/").order(BEFORE_QUARKUS).handler(this::revoke);
        router.get(TikTok.PATH + "/v2/auth/authorize/").order(BEFORE_QUARKUS).handler(this::authorize);
    }

    private void token(RoutingContext context) {
        Exchange exchange = exchange(context, TikTok.TOKEN);
        SmallBody.of(context.request())
                .onFailure(gone -> exchange.cut())
                .onSuccess(body -> answerToken(exchange, form(body)));
    }

    private void answerToken(Exchange exchange, MultiMap form) {
        gate.serve(exchange, Optional.empty(), revocation(form), fault -> {
            Answer answer = endpoint.token(form);
            if (answer.status() == 200 && "refresh_token".equals(form.get("grant_type"))) {
                tallies.of(TikTok.ID).tokenRefreshed();
            }
            return answer;
        });
    }

    private Revocation revocation(MultiMap form) {
        return new Revocation() {
            @Override
            public void ofAccess() {
                ofRefresh();
            }

            @Override
            public void ofRefresh() {
                Optional.ofNullable(form.get("refresh_token")).ifPresent(tokens::revoke);
            }
        };
    }

    private void revoke(RoutingContext context) {
        Exchange exchange = exchange(context, "revoke");
        SmallBody.of(context.request())
                .onFailure(gone -> exchange.cut())
                .onSuccess(body -> exchange.answer(endpoint.revoke(form(body))));
    }

    private void authorize(RoutingContext context) {
        exchange(context, "authorize").answer(consented(context.request().params()));
        context.request().resume();
    }

    private Answer consented(MultiMap query) {
        String uri = query.get("redirect_uri");
        if (uri == null || !uri.startsWith("http") || uri.contains("?") || uri.contains("#")) {
            return OauthRefusal.invalidRequest("redirect_uri is no absolute http(s) URL without query and fragment.")
                    .answer();
        }
        try {
            String code = encoded(endpoint.consent(query));
            String state = Optional.ofNullable(query.get("state")).orElse("");
            return Answer.empty(302)
                    .with(
                            "Location",
                            uri + "?code=" + code + "&scopes=" + encoded(query.get("scope")) + "&state="
                                    + encoded(state));
        } catch (OauthRefusal refusal) {
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
        return new Exchange(context, journal.arrived(TikTok.ID, operation, context.request()), clock);
    }
}
