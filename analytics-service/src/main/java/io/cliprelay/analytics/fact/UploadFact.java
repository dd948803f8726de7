package io.cliprelay.analytics.fact;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

import io.cliprelay.contracts.upload.UploadRef;

/**
 * What is known of one upload. Two pieces of knowledge are joined by {@link #and}, which does not mind in which order
 * they come, nor how often: so redelivery needs no memory of events.
 *
 * @param attempts the highest number of an attempt that was told of; 0 where none was
 * @param acceptedAt when its platform had all bytes
 * @param missingSince since when its platform shows the post no more
 */
public record UploadFact(
        UploadKey key,
        String tenant,
        UUID clipId,
        String platform,
        UUID accountId,
        int attempts,
        Optional<Submission> submission,
        Optional<Due> due,
        Optional<Start> start,
        Optional<Instant> acceptedAt,
        Optional<Outcome> outcome,
        Optional<Reading> reading,
        Optional<Instant> missingSince) {

    public UploadFact {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(clipId, "clipId");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(missingSince, "missingSince");
    }

    /** That there is such an upload, and no more. */
    static UploadFact of(String tenant, UploadRef upload) {
        return new UploadFact(
                UploadKey.of(upload.clipId(), upload.uploadId()),
                tenant,
                upload.clipId(),
                upload.platform(),
                upload.accountId(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** All that the two tell of this upload. */
    public UploadFact and(UploadFact other) {
        return new UploadFact(
                key,
                tenant,
                clipId,
                platform,
                accountId,
                Math.max(attempts, other.attempts),
                submission.or(other::submission),
                either(due, other.due, Due::orNewer),
                either(start, other.start, Start::orLater),
                either(acceptedAt, other.acceptedAt, UploadFact::earlier),
                either(outcome, other.outcome, Outcome::orStronger),
                either(reading, other.reading, Reading::orLater),
                either(missingSince, other.missingSince, UploadFact::earlier));
    }

    UploadFact submitted(Submission handedIn) {
        return copy(attempts, Optional.of(handedIn), due, start, acceptedAt, outcome, reading, missingSince);
    }

    UploadFact due(Due wished) {
        return copy(attempts, submission, Optional.of(wished), start, acceptedAt, outcome, reading, missingSince);
    }

    UploadFact attempt(int number) {
        return copy(number, submission, due, start, acceptedAt, outcome, reading, missingSince);
    }

    UploadFact started(Start begun) {
        return copy(begun.attempt(), submission, due, Optional.of(begun), acceptedAt, outcome, reading, missingSince);
    }

    UploadFact accepted(Instant at) {
        return copy(attempts, submission, due, start, Optional.of(at), outcome, reading, missingSince);
    }

    UploadFact ended(Outcome end) {
        return copy(attempts, submission, due, start, acceptedAt, Optional.of(end), reading, missingSince);
    }

    UploadFact read(Reading told) {
        return copy(attempts, submission, due, start, acceptedAt, outcome, Optional.of(told), missingSince);
    }

    UploadFact missing(Instant since) {
        return copy(attempts, submission, due, start, acceptedAt, outcome, reading, Optional.of(since));
    }

    private UploadFact copy(
            int attempts,
            Optional<Submission> submission,
            Optional<Due> due,
            Optional<Start> start,
            Optional<Instant> acceptedAt,
            Optional<Outcome> outcome,
            Optional<Reading> reading,
            Optional<Instant> missingSince) {
        return new UploadFact(
                key,
                tenant,
                clipId,
                platform,
                accountId,
                attempts,
                submission,
                due,
                start,
                acceptedAt,
                outcome,
                reading,
                missingSince);
    }

    private static <T> Optional<T> either(Optional<T> one, Optional<T> other, BinaryOperator<T> choice) {
        return Stream.of(one, other).flatMap(Optional::stream).reduce(choice);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
