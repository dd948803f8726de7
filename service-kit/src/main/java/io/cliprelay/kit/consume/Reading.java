package io.cliprelay.kit.consume;

import io.cliprelay.contracts.EventEnvelope;

/** What came of reading a record. */
public sealed interface Reading<T> {

    /** It is an event that this service knows. */
    record Readable<T>(EventEnvelope<T> event) implements Reading<T> {}

    /** It is a sound event of a type that this version does not know. */
    record UnknownType<T>(String type) implements Reading<T> {}

    /** It is no event, and will be none however often it is read. */
    record Unreadable<T>(String reason) implements Reading<T> {}
}
