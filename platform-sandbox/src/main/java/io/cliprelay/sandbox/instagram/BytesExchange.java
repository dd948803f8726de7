package io.cliprelay.sandbox.instagram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;

import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.media.MediaFault;
import io.cliprelay.sandbox.media.MediaIntake;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Tally;

/** One request with bytes, from its first byte to its answer. */
final class BytesExchange {

    private final Exchange exchange;
    private final MediaFault fault;
    private final SettingsInForce settings;
    private final Tally tally;

    BytesExchange(Exchange exchange, MediaFault fault, SettingsInForce settings, Tally tally) {
        this.exchange = exchange;
        this.fault = fault;
        this.settings = settings;
        this.tally = tally;
    }

    /** Reads the body to its end, keeps nothing, and answers. */
    void dropThenAnswer(Answer answer) {
        take(new MediaIntake.Sink() {
            @Override
            public boolean accept(Buffer bytes) {
                tally.mediaBytes(bytes.length());
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

    /** Adds the body to what the container has. */
    void store(Container container, BytesHead head) {
        if (head.offset() != container.stored() || container.hasAllBytes()) {
            throw UploadRefusal.retriable("OffsetInvalidError", "Request starting offset is invalid");
        }
        int reception = container.begin();
        take(new MediaIntake.Sink() {
            private long kept;

            @Override
            public boolean accept(Buffer bytes) {
                tally.mediaBytes(bytes.length());
                int take = (int) Math.min(bytes.length(), fault.keepAtMost() - kept);
                kept += take;
                boolean taken = container.accept(reception, bytes.slice(0, take));
                if (!taken) {
                    exchange.cut();
                }
                return taken;
            }

            @Override
            public void ended() {
                reply(conclude(container, head));
            }

            @Override
            public void broken() {}
        });
    }

    private Answer conclude(Container container, BytesHead head) {
        if (container.stored() != head.fileSize()) {
            return UploadRefusal.retriable("PartialRequestError", "Partial request (did not match length of file)")
                    .answer();
        }
        container.complete(settings.now().plus(settings.current().processingTime()));
        return Answer.json(
                200, JsonNodeFactory.instance.objectNode().put("success", true).put("message", "Upload successful."));
    }

    private void take(MediaIntake.Sink sink) {
        long pace = fault.bytesPerSecond() > 0
                ? fault.bytesPerSecond()
                : settings.current().uploadBytesPerSecond();
        new MediaIntake(exchange, pace, fault.cutAfter(), sink).start();
    }

    private void reply(Answer answer) {
        if (fault.answerLost()) {
            exchange.cut();
        } else {
            exchange.answer(answer);
        }
    }
}
