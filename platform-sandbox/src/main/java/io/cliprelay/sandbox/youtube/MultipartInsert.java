package io.cliprelay.sandbox.youtube;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.inject.Singleton;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.http.RequestAddress;
import io.cliprelay.sandbox.media.MediaIntake;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tallies;
import io.cliprelay.sandbox.youtube.UploadSession.Progress;

/**
 * {@code videos.insert} with metadata and media in one request ({@code uploadType=multipart}): nothing to resume, a
 * broken request leaves nothing. Google's own clients call it direct upload.
 */
@Singleton
class MultipartInsert {

    private final SessionStart start;
    private final UploadSessions sessions;
    private final VideoPublisher publisher;
    private final Journal journal;
    private final Tallies tallies;
    private final Clock clock;

    MultipartInsert(
            SessionStart start,
            UploadSessions sessions,
            VideoPublisher publisher,
            Journal journal,
            Tallies tallies,
            Clock clock) {
        this.start = start;
        this.sessions = sessions;
        this.publisher = publisher;
        this.journal = journal;
        this.tallies = tallies;
        this.clock = clock;
    }

    static boolean isMeant(HttpServerRequest request) {
        return "multipart".equals(request.getParam("uploadType"));
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        var exchange = new Exchange(context, journal.arrived(YouTube.ID, "upload-multipart", request), clock);
        Optional<String> boundary = MultipartBody.boundary(request.getHeader("Content-Type"));
        new Insert(exchange, boundary.orElse("")).receive();
    }

    /** One such request. */
    private final class Insert implements MultipartBody.Parts, MediaIntake.Sink {
        private final Exchange exchange;
        private final MultipartBody body;
        private Optional<ApiRefusal> refusal = Optional.empty();
        private UploadSession session;
        private UploadSession.Transfer transfer;

        Insert(Exchange exchange, String boundary) {
            this.exchange = exchange;
            this.body = new MultipartBody(boundary, this);
        }

        void receive() {
            new MediaIntake(exchange, 0, -1, this).start();
        }

        @Override
        public boolean accept(Buffer bytes) {
            tallies.of(YouTube.ID).mediaBytes(bytes.length());
            // What is refused is read to its end nevertheless, so that the client hears why.
            orRefuse(() -> body.add(bytes));
            return true;
        }

        @Override
        public void metadata(String json, String mediaType) {
            var request = new ApiRequest(exchange.request(), Buffer.buffer(json), Optional.empty());
            session = start.open(request, start.json(request.body()), mediaType, OptionalLong.empty());
            sessions.add(session);
            exchange.call().belongsTo(session.opening().id());
            transfer = session.begin(OptionalLong.empty(), OptionalLong.empty(), Long.MAX_VALUE, exchange::cut);
        }

        @Override
        public void media(Buffer bytes) {
            session.countReceived(bytes.length());
            transfer.accept(bytes);
        }

        @Override
        public void ended() {
            orRefuse(body::end);
            exchange.answer(refusal.map(ApiRefusal::answer).orElseGet(this::finish));
        }

        private Answer finish() {
            var publish = publisher.at(RequestAddress.base(exchange.request()));
            return switch (transfer.finish(publish)) {
                case Progress.Completed completed -> completed.answer();
                case Progress.Incomplete incomplete ->
                    ApiRefusal.of("mediaBodyRequired").answer();
                case Progress.Mismatch mismatch -> ApiRefusal.of("badRequest").answer();
                case Progress.Superseded superseded -> ApiRefusal.of("conflict").answer();
            };
        }

        private void orRefuse(Runnable step) {
            if (refusal.isEmpty()) {
                try {
                    step.run();
                } catch (ApiRefusal refused) {
                    refusal = Optional.of(refused);
                }
            }
        }

        @Override
        public void broken() {
            Optional.ofNullable(transfer).ifPresent(UploadSession.Transfer::abandon);
        }
    }
}
