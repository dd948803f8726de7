package io.cliprelay.sandbox.linkedin;

import java.util.Optional;
import java.util.function.Function;

import io.vertx.core.buffer.Buffer;

import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.media.MediaFault;
import io.cliprelay.sandbox.media.MediaIntake;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Tallies;

/** The body of one request with bytes, read to its end before anything is answered. */
final class PutBody {

    private final Exchange exchange;
    private final Optional<Video> video;
    private final MediaFault fault;
    private final long bytesPerSecond;
    private final Tallies tallies;

    PutBody(Exchange exchange, Optional<Video> video, MediaFault fault, long bytesPerSecond, Tallies tallies) {
        this.exchange = exchange;
        this.video = video;
        this.fault = fault;
        this.bytesPerSecond = fault.bytesPerSecond() > 0 ? fault.bytesPerSecond() : bytesPerSecond;
        this.tallies = tallies;
    }

    /** Keeps nothing. */
    void dropThenAnswer(Answer answer) {
        collect(0, bytes -> answer);
    }

    /** Keeps up to one byte more than {@code most}, by which too long a body shows. A broken one leaves nothing. */
    void collect(long most, Function<byte[], Answer> effect) {
        Buffer kept = Buffer.buffer();
        var sink = new MediaIntake.Sink() {
            @Override
            public boolean accept(Buffer bytes) {
                count(bytes);
                if (kept.length() <= most) {
                    kept.appendBuffer(bytes);
                }
                return true;
            }

            @Override
            public void ended() {
                // Digesting and writing a part of megabytes is no work for an event loop.
                exchange.vertx()
                        .executeBlocking(() -> effect.apply(kept.getBytes()), false)
                        .onSuccess(answer -> reply(answer))
                        .onFailure(failure -> exchange.cut());
            }

            @Override
            public void broken() {}
        };
        new MediaIntake(exchange, bytesPerSecond, fault.cutAfter(), sink).start();
    }

    private void count(Buffer bytes) {
        tallies.of(LinkedIn.ID).mediaBytes(bytes.length());
        video.ifPresent(known -> known.countReceived(bytes.length()));
    }

    private void reply(Answer answer) {
        if (fault.answerLost()) {
            exchange.cut();
        } else {
            exchange.answer(answer);
        }
    }
}
