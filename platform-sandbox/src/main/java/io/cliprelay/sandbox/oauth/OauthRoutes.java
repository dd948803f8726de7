package io.cliprelay.sandbox.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.fault.FaultGate;
import io.cliprelay.sandbox.fault.Revocation;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.http.SmallBody;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tallies;

/** Google's OAuth endpoints, as far as a web client needs them. */
@Singleton
class OauthRoutes {

    private static final String PLATFORM = "youtube";
    private static final int BEFORE_QUARKUS = -1000;

    private final Journal journal;
    private final Tallies tallies;
    private final FaultGate gate;
    private final TokenEndpoint endpoint;
    private final Consents consents;
    private final Tokens tokens;
    private final Clock clock;

    OauthRoutes(
            Journal journal,
            Tallies tallies,
            FaultGate gate,
            TokenEndpoint endpoint,
            Consents consents,
            Tokens tokens,
            Clock clock) {
        this.journal = journal;
        this.tallies = tallies;
        this.gate = gate;
        this.endpoint = endpoint;
        this.consents = consents;
        this.tokens = tokens;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.post("/oauth2/token").order(BEFORE_QUARKUS).handler(this::token);
        router.post("/token").order(BEFORE_QUARKUS).handler(this::token);
        router.post("/oauth2/revoke").order(BEFORE_QUARKUS).handler(this::revoke);
        router.post("/revoke").order(BEFORE_QUARKUS).handler(this::revoke);
        router.get("/oauth2/authorize").order(BEFORE_QUARKUS).handler(this::authorize);
        router.get("/o/oauth2/v2/auth").order(BEFORE_QUARKUS).handler(this::authorize);
    }

    private void token(RoutingContext context) {
        Exchange exchange = exchange(context, "token");
        SmallBody.of(context.request())
                .onFailure(gone -> exchange.cut())
                .onSuccess(body -> answerToken(exchange, TokenForm.of(body)));
    }

    private void answerToken(Exchange exchange, TokenForm form) {
        var authorization = Optional.ofNullable(exchange.request().getHeader("Authorization"));
        gate.serve(exchange, Optional.empty(), revocation(form), fault -> {
            Answer answer = endpoint.token(form, authorization);
            if (answer.status() == 200
                    && "refresh_token".equals(form.optional("grant_type").orElse(""))) {
                tallies.of(PLATFORM).tokenRefreshed();
            }
            return answer;
        });
    }

    private Revocation revocation(TokenForm form) {
        return new Revocation() {
            @Override
            public void ofAccess() {
                ofRefresh();
            }

            @Override
            public void ofRefresh() {
                form.optional("refresh_token").ifPresent(tokens::revoke);
            }
        };
    }

    private void revoke(RoutingContext context) {
        Exchange exchange = exchange(context, "revoke");
        SmallBody.of(context.request())
                .onFailure(gone -> exchange.cut())
                .onSuccess(body -> exchange.answer(endpoint.revoke(TokenForm.of(body))));
    }

    private void authorize(RoutingContext context) {
        Exchange exchange = exchange(context, "authorize");
        exchange.answer(consented(context.request().params()));
        context.request().resume();
    }

    private Answer consented(MultiMap query) {
        if (!isWebAddress(query.get("redirect_uri"))) {
            return new OauthRefusal(400, "redirect_uri_mismatch", "redirect_uri is missing or no http(s) URL").answer();
        }
        try {
            return back(query, "code=" + encoded(consents.give(query)) + "&scope=" + encoded(query.get("scope")));
        } catch (OauthRefusal refusal) {
            return refusal.error().equals("invalid_client")
                    ? refusal.answer()
                    : back(query, "error=" + refusal.error());
        }
    }

    private static boolean isWebAddress(String redirectUri) {
        try {
            return redirectUri != null && URI.create(redirectUri).getScheme().startsWith("http");
        } catch (IllegalArgumentException | NullPointerException e) {
            return false;
        }
    }

    private static Answer back(MultiMap query, String outcome) {
        String uri = query.get("redirect_uri");
        String state = query.contains("state") ? "&state=" + encoded(query.get("state")) : "";
        return Answer.empty(302).with("Location", uri + (uri.contains("?") ? "&" : "?") + outcome + state);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Exchange exchange(RoutingContext context, String operation) {
        return new Exchange(context, journal.arrived(PLATFORM, operation, context.request()), clock);
    }
}
