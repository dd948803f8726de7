package io.cliprelay.sandbox.youtube;

import java.util.Optional;
import java.util.OptionalLong;

import io.vertx.core.buffer.Buffer;

import io.cliprelay.sandbox.Settings;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.media.MediaFault;
import io.cliprelay.sandbox.media.MediaIntake;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Tally;
import io.cliprelay.sandbox.youtube.UploadSession.Progress;

/** One request on an upload session, from its first byte to its answer. */
final class MediaExchange {

    private final Exchange exchange;
    private final Optional<UploadSession> session;
    private final MediaFault fault;
    private final Settings settings;
    private final Tally tally;

    MediaExchange(
            Exchange exchange, Optional<UploadSession> session, MediaFault fault, Settings settings, Tally tally) {
        this.exchange = exchange;
        this.session = session;
        this.fault = fault;
        this.settings = settings;
        this.tally = tally;
    }

    /** The answer to an upload that is not finished. */
    static Answer incomplete(long stored) {
        var answer = Answer.empty(308).withPhrase("Resume Incomplete").with("Server", "UploadServer");
        return stored == 0 ? answer : answer.with("Range", "bytes=0-" + (stored - 1));
    }

    /** Reads the body to its end, keeps nothing, and answers. */
    void dropThenAnswer(Answer answer) {
        take(new MediaIntake.Sink() {
            @Override
            public boolean accept(Buffer bytes) {
                count(bytes);
                return true;
            }

            @Override
            public void ended() {
                reply(answer);
            }

            @Override
            public void broken() {}
        });
    }

    /** Adds the body to the upload if it continues exactly where the upload stands; else takes none of it. */
    void store(long first, OptionalLong expected, OptionalLong total, UploadSession.Publisher publisher) {
        UploadSession target = session.orElseThrow();
        if (target.stored() != first) {
            dropThenAnswer(incomplete(target.stored()));
            return;
        }
        var transfer = target.begin(expected, total, fault.keepAtMost(), exchange::cut);
        take(new MediaIntake.Sink() {
            @Override
            public boolean accept(Buffer bytes) {
                count(bytes);
                return transfer.accept(bytes);
            }

            @Override
            public void ended() {
                reply(transfer.finish(publisher));
            }

            @Override
            public void broken() {
                transfer.abandon();
            }
        });
    }

    private void take(MediaIntake.Sink sink) {
        long pace = fault.bytesPerSecond() > 0 ? fault.bytesPerSecond() : settings.uploadBytesPerSecond();
        new MediaIntake(exchange, pace, fault.cutAfter(), sink).start();
    }

    private void count(Buffer bytes) {
        tally.mediaBytes(bytes.length());
        session.ifPresent(known -> known.countReceived(bytes.length()));
    }

    private void reply(Progress progress) {
        switch (progress) {
            case Progress.Incomplete incomplete -> reply(incomplete(incomplete.stored()));
            case Progress.Completed completed -> reply(completed.answer().withStatus(201));
            case Progress.Superseded superseded -> exchange.cut();
            case Progress.Mismatch mismatch ->
                reply(ApiRefusal.of(
                                "badRequest",
                                "Invalid request.  The request announced " + mismatch.announced()
                                        + " bytes and carried " + mismatch.came() + ".")
                        .answer());
        }
    }

    private void reply(Answer answer) {
        if (fault.answerLost()) {
            exchange.cut();
        } else {
            exchange.answer(answer);
        }
    }
}
