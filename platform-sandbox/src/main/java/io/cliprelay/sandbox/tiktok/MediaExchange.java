package io.cliprelay.sandbox.tiktok;

import java.util.Optional;

import io.vertx.core.buffer.Buffer;

import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.media.MediaFault;
import io.cliprelay.sandbox.media.MediaIntake;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Tally;

/** One request with bytes, from its first byte to its answer. */
final class MediaExchange {

    private final Exchange exchange;
    private final Optional<Publication> publication;
    private final MediaFault fault;
    private final TikTokSettings settings;
    private final Tally tally;

    MediaExchange(
            Exchange exchange,
            Optional<Publication> publication,
            MediaFault fault,
            TikTokSettings settings,
            Tally tally) {
        this.exchange = exchange;
        this.publication = publication;
        this.fault = fault;
        this.settings = settings;
        this.tally = tally;
    }

    void dropThenRefuse(int status) {
        dropThenAnswer(Answer.empty(status));
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

    /** Adds the body, which is what comes next, to the upload. */
    void store(ContentRange range, Publication.Publisher publisher) {
        var reception = publication
                .orElseThrow()
                .begin(range.length(), fault.keepAtMost(), settings.keepBrokenChunks(), exchange::cut);
        take(new MediaIntake.Sink() {
            @Override
            public boolean accept(Buffer bytes) {
                count(bytes);
                return reception.accept(bytes);
            }

            @Override
            public void ended() {
                reply(reception.finish(publisher), range.total());
            }

            @Override
            public void broken() {
                reception.abandon();
            }
        });
    }

    private void take(MediaIntake.Sink sink) {
        long pace = fault.bytesPerSecond() > 0 ? fault.bytesPerSecond() : settings.uploadBytesPerSecond();
        new MediaIntake(exchange, pace, fault.cutAfter(), sink).start();
    }

    private void count(Buffer bytes) {
        tally.mediaBytes(bytes.length());
        publication.ifPresent(known -> known.countReceived(bytes.length()));
    }

    private void reply(Publication.Taken taken, long total) {
        switch (taken) {
            case Publication.Taken.More more -> reply(partial(more.stored(), total));
            case Publication.Taken.All all -> reply(Answer.empty(201));
            case Publication.Taken.Mismatch mismatch -> reply(Answer.empty(400));
            case Publication.Taken.Superseded superseded -> exchange.cut();
        }
    }

    /** Whether the header counts the bytes or names the last of them is not documented. */
    private Answer partial(long stored, long total) {
        long shown = settings.lastByteInRange() ? stored - 1 : stored;
        return Answer.empty(206).with("Content-Range", "bytes 0-" + shown + "/" + total);
    }

    private void reply(Answer answer) {
        if (fault.answerLost()) {
            exchange.cut();
        } else {
            exchange.answer(answer);
        }
    }
}
