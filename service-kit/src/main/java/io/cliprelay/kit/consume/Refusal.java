package io.cliprelay.kit.consume;

import java.util.stream.Stream;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells that Kafka refuses a record for what it is, however often it is sent, from all that may pass or be mended. */
public final class Refusal {

    private Refusal() {}

    /** Whether {@code failure}, or what caused it, is of that kind. */
    public static boolean causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(Refusal::refuses);
    }

    private static boolean refuses(Throwable failure) {
        return switch (failure) {
            case RecordTooLargeException tooLarge -> true;
            case RecordBatchTooLargeException tooLarge -> true;
            case InvalidRecordException invalid -> true;
            case InvalidTopicException invalid -> true;
            case SerializationException unwritable -> true;
            default -> false;
        };
    }
}
