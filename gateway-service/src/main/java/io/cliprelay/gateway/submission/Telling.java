package io.cliprelay.gateway.submission;

import java.util.List;
import java.util.function.Function;

import io.cliprelay.kit.outbox.OutgoingEvent;

/** Who else is to be told of an answer, by events in the transaction that makes it true. */
public sealed interface Telling {

    /** Nobody: the caller waits for the answer, and asks again where it was a rejection. */
    record Nobody() implements Telling {}

    /** The submitter, by an event; a rejection is remembered, so that a repeat cannot be told otherwise. */
    record ByEvent(Function<Answer, List<OutgoingEvent>> events) implements Telling {}
}
