package io.cliprelay.gateway.submission;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.gateway.store.Store;

/** Which submissions were answered, and how. Decides in the database, so that all replicas agree. */
@ApplicationScoped
class SubmissionLedger {

    /** Held until the transaction ends, however it ends; a second holder does not wait. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?1, 0))";

    private final Store store;

    SubmissionLedger(Store store) {
        this.store = store;
    }

    /** The answer that the submission's key got before; empty where it is new. */
    Uni<Optional<Answer>> earlier(Submission submission) {
        return store.read(session -> earlier(session, submission));
    }

    /**
     * Runs {@code first} in a transaction; or {@code repeat} where the key was answered meanwhile; or neither where it
     * is being answered elsewhere right now.
     */
    Uni<Answer> once(
            Submission submission,
            Function<StatelessSession, Uni<Answer>> first,
            BiFunction<StatelessSession, Answer, Uni<Answer>> repeat) {
        return store.write(session -> locked(session, submission)
                .chain(locked -> locked
                        ? earlier(session, submission)
                                .chain(earlier -> earlier.map(answer -> repeat.apply(session, answer))
                                        .orElseGet(() -> first.apply(session)))
                        : Uni.createFrom().item(new Answer.InFlight())));
    }

    private static Uni<Boolean> locked(StatelessSession session, Submission submission) {
        return session.createNativeQuery(LOCK, Boolean.class)
                .setParameter(1, lockName(submission))
                .getSingleResult();
    }

    /** Under which name a submission is locked: no two submissions share it. */
    static String lockName(Submission submission) {
        return "%d:%s%d:%s%s"
                .formatted(
                        submission.tenant().length(),
                        submission.tenant(),
                        submission.origin().length(),
                        submission.origin(),
                        submission.key());
    }

    private static Uni<Optional<Answer>> earlier(StatelessSession session, Submission submission) {
        return session.get(SubmissionRow.class, SubmissionRow.Key.of(submission))
                .map(row -> Optional.ofNullable(row).map(found -> found.answerTo(submission)));
    }
}
