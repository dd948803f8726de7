package io.cliprelay.sandbox.instagram;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.fault.FaultRules;
import io.cliprelay.sandbox.media.MediaFault;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tallies;

/** {@code POST} to an address of rupload: everything from an offset to the end, in one request. */
@Singleton
class BytesPost {

    private final Containers containers;
    private final Tokens tokens;
    private final FaultRules faults;
    private final SettingsInForce settings;
    private final Journal journal;
    private final Tallies tallies;
    private final Clock clock;

    BytesPost(
            Containers containers,
            Tokens tokens,
            FaultRules faults,
            SettingsInForce settings,
            Journal journal,
            Tallies tallies,
            Clock clock) {
        this.containers = containers;
        this.tokens = tokens;
        this.faults = faults;
        this.settings = settings;
        this.journal = journal;
        this.tallies = tallies;
        this.clock = clock;
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request().pause();
        var call = journal.arrived(Instagram.ID, Instagram.UPLOAD, request);
        var exchange = new Exchange(context, call, clock);
        String id = context.pathParam("container");
        call.belongsTo(id);
        Optional<Container> container = containers.find(id);
        Optional<FaultAction> action =
                faults.take(call, container.map(known -> known.order().caption()));
        action.ifPresent(fault -> actOut(fault, request, id));
        var fault = MediaFault.of(action);
        if (fault.delay().isZero()) {
            proceed(exchange, id, fault);
        } else {
            exchange.vertx().setTimer(fault.delay().toMillis(), timer -> proceed(exchange, id, fault));
        }
    }

    private void actOut(FaultAction fault, HttpServerRequest request, String id) {
        if (fault instanceof FaultAction.ForgetSession) {
            containers.remove(id);
        } else if (fault instanceof FaultAction.RevokeAccessToken) {
            tokens.revoke(BytesHead.token(request));
        } else if (fault instanceof FaultAction.RevokeRefreshToken) {
            tokens.revokeAll(BytesHead.token(request));
        } else {
            containers.find(id).ifPresent(known -> ContainerCreate.actOut(fault, known));
        }
    }

    private void proceed(Exchange exchange, String id, MediaFault fault) {
        var bytes = new BytesExchange(exchange, fault, settings, tallies.of(Instagram.ID));
        if (fault.instead().isPresent()) {
            bytes.dropThenAnswer(fault.instead().get());
            return;
        }
        try {
            BytesHead head = BytesHead.of(exchange.request());
            Account account = authenticated(exchange.request());
            bytes.store(container(id, account), head);
        } catch (UploadRefusal refusal) {
            bytes.dropThenAnswer(refusal.answer());
        }
    }

    private Account authenticated(HttpServerRequest request) {
        try {
            return tokens.authenticate(BytesHead.token(request), Login.FACEBOOK);
        } catch (GraphRefusal refused) {
            throw UploadRefusal.of("NotAuthorizedError", "unauthorized user request");
        }
    }

    private Container container(String id, Account account) {
        return containers
                .find(id)
                .filter(known -> known.account().equals(account))
                .filter(known -> known.order().videoUrl().isEmpty())
                .orElseThrow(() -> UploadRefusal.of("ProcessingFailedError", "Request processing failed"));
    }
}
