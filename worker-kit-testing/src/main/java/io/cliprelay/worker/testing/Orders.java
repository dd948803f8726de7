package io.cliprelay.worker.testing;

import java.time.Duration;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.PlatformCommand;
import io.cliprelay.kit.testing.TopicWriter;
import io.cliprelay.worker.inbox.CommandInbox;

/** Brings commands to the worker: by Kafka, and what Kafka has brought already once more, as it does after a crash. */
record Orders(TopicWriter kafka, CommandInbox inbox) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Sends a command; returns at once. */
    void send(EventEnvelope<PlatformCommand> order) {
        kafka.send(
                Topics.platformUpload(order.data().upload().platform()),
                order.data().upload().accountId(),
                order);
    }

    /** Delivers it once more; returns when the worker has it. */
    void deliverAgain(EventEnvelope<PlatformCommand> order) {
        inbox.receive(order).await().atMost(PATIENCE);
    }
}
