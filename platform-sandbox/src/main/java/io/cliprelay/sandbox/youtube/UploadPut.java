package io.cliprelay.sandbox.youtube;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.LiveSettings;
import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.fault.FaultRules;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.http.RequestAddress;
import io.cliprelay.sandbox.media.MediaFault;
import io.cliprelay.sandbox.oauth.Grant;
import io.cliprelay.sandbox.oauth.Tokens;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tallies;

/**
 * Every request on an upload session: bytes and questions. The body is read to its end before anything is answered,
 * as clients that write first and read then expect.
 */
@Singleton
class UploadPut {

    private final UploadSessions sessions;
    private final VideoPublisher publisher;
    private final FaultRules faults;
    private final Scopes scopes;
    private final Tokens tokens;
    private final LiveSettings settings;
    private final Journal journal;
    private final Tallies tallies;
    private final Clock clock;

    UploadPut(
            UploadSessions sessions,
            VideoPublisher publisher,
            FaultRules faults,
            Scopes scopes,
            Tokens tokens,
            LiveSettings settings,
            Journal journal,
            Tallies tallies,
            Clock clock) {
        this.sessions = sessions;
        this.publisher = publisher;
        this.faults = faults;
        this.scopes = scopes;
        this.tokens = tokens;
        this.settings = settings;
        this.journal = journal;
        this.tallies = tallies;
        this.clock = clock;
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request().pause();
        String range = request.getHeader("Content-Range");
        boolean asks = range != null && range.startsWith("bytes */");
        var call = journal.arrived(YouTube.ID, asks ? YouTube.UPLOAD_QUERY : YouTube.UPLOAD_CHUNK, request);
        var exchange = new Exchange(context, call, clock);
        Optional<UploadSession> session = sessions.find(request.getParam("upload_id"));
        session.ifPresent(known -> call.belongsTo(known.opening().id()));
        Optional<FaultAction> action = faults.take(
                call, session.map(known -> known.opening().metadata().title()));
        action.ifPresent(fault -> actOut(fault, request, session));
        var fault = MediaFault.of(action);
        if (fault.delay().isZero()) {
            proceed(exchange, fault);
        } else {
            exchange.vertx().setTimer(fault.delay().toMillis(), timer -> proceed(exchange, fault));
        }
    }

    private void actOut(FaultAction fault, HttpServerRequest request, Optional<UploadSession> session) {
        String authorization = request.getHeader("Authorization");
        switch (fault) {
            case FaultAction.ForgetSession forget ->
                session.ifPresent(known -> sessions.forget(known.opening().id()));
            case FaultAction.RevokeAccessToken revoke -> tokens.revokeAccess(authorization);
            case FaultAction.RevokeRefreshToken revoke ->
                tokens.authenticate(authorization).map(Grant::refreshToken).ifPresent(tokens::revoke);
            case FaultAction.ProcessingFailure failure ->
                session.ifPresent(known -> SessionStart.actOut(failure, known));
            case FaultAction.Rejection rejection -> session.ifPresent(known -> SessionStart.actOut(rejection, known));
            case FaultAction.Status other -> {}
            case FaultAction.Delay other -> {}
            case FaultAction.Throttle other -> {}
            case FaultAction.CutBeforeEffect other -> {}
            case FaultAction.CutAfterEffect other -> {}
            case FaultAction.StoreLess other -> {}
        }
    }

    private void proceed(Exchange exchange, MediaFault fault) {
        Optional<UploadSession> session = sessions.find(exchange.request().getParam("upload_id"));
        var media = new MediaExchange(exchange, session, fault, settings.current(), tallies.of(YouTube.ID));
        if (fault.instead().isPresent()) {
            media.dropThenAnswer(fault.instead().get());
            return;
        }
        try {
            receive(media, exchange.request(), session);
        } catch (ApiRefusal refusal) {
            media.dropThenAnswer(refusal.answer());
        }
    }

    private void receive(MediaExchange media, HttpServerRequest request, Optional<UploadSession> found) {
        Grant grant = scopes.require(request.getHeader("Authorization"), Scopes.UPLOAD);
        if (found.isEmpty()) {
            media.dropThenAnswer(Answer.html(settings.current().expiredSessionStatus(), "Not Found"));
            return;
        }
        UploadSession session = found.get();
        if (!session.opening().channel().equals(grant.channel())) {
            throw ApiRefusal.of("forbidden");
        }
        var range = ContentRange.of(Optional.ofNullable(request.getHeader("Content-Range")));
        session.supersede();
        if (session.completion().isPresent()) {
            media.dropThenAnswer(session.completion().get().answer());
            return;
        }
        OptionalLong length = length(request);
        OptionalLong declared = session.opening().declaredBytes();
        ChunkRules.check(range, length, declared, settings.current().strictMultiples());
        String base = RequestAddress.base(request);
        UploadSession.Publisher publish = publisher.at(base);
        switch (range) {
            case ContentRange.Query query -> media.dropThenAnswer(MediaExchange.incomplete(session.stored()));
            case ContentRange.Whole whole -> {
                OptionalLong all = length.isPresent() ? length : declared;
                media.store(0, all, all, publish);
            }
            case ContentRange.Part part -> {
                OptionalLong total = part.total().isPresent() ? part.total() : declared;
                media.store(part.first(), OptionalLong.of(part.length()), total, publish);
            }
        }
    }

    private static OptionalLong length(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        if (header != null) {
            return OptionalLong.of(Long.parseLong(header));
        }
        // Without a Transfer-Encoding either, HTTP/1.1 says that there is no body.
        return request.getHeader("Transfer-Encoding") == null ? OptionalLong.of(0) : OptionalLong.empty();
    }
}
