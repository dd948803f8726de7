package io.cliprelay.gateway.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.gateway.store.Store;

/** Which submissions were answered, and how. Decides in the database, so that all replicas agree. */
@ApplicationScoped
class SubmissionLedger {

    /** Held until the transaction ends, however it ends; a second holder does not wait. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(?1, 0))";

    /** The same for each name of a JSON array, in its order. */
    private static final String LOCK_EACH = """
            select locked from (
                select position, pg_try_advisory_xact_lock(hashtextextended(name, 0)) as locked
                from jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) with ordinality as named(name, position)
            ) as tried order by position
            """;

    /** One statement for any number, so that it is prepared once; as an array, each key is looked up in the index. */
    private static final String EARLIER = """
            select * from submission
            where tenant = ?1 and origin = ?2
              and key = any (array(select jsonb_array_elements_text(cast(cast(?3 as text) as jsonb))))
            """;

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

    /** The answers that submissions of one tenant and origin got before, by key; those that are new are not in it. */
    Uni<Map<String, Answer>> earlier(List<Submission> submissions) {
        return store.read(session -> earlier(session, submissions));
    }

    /**
     * Runs {@code first} in a transaction for those submissions that were not answered meanwhile, and are not being
     * answered elsewhere; the answers of all by key. Tenant and origin are the same, the keys differ.
     */
    Uni<Map<String, Answer>> onceEach(
            List<Submission> submissions,
            BiFunction<StatelessSession, List<Submission>, Uni<Map<String, Answer>>> first) {
        return store.write(session -> locked(session, submissions)
                .chain(mine -> earlier(session, mine).chain(earlier -> first.apply(session, without(mine, earlier))
                        .map(fresh -> joined(submissions, earlier, fresh)))));
    }

    private static List<Submission> without(List<Submission> submissions, Map<String, Answer> answered) {
        return submissions.stream()
                .filter(submission -> !answered.containsKey(submission.key()))
                .toList();
    }

    private static Map<String, Answer> joined(
            List<Submission> submissions, Map<String, Answer> earlier, Map<String, Answer> fresh) {
        Map<String, Answer> answers = new HashMap<>(earlier);
        answers.putAll(fresh);
        submissions.forEach(submission -> answers.putIfAbsent(submission.key(), new Answer.InFlight()));
        return answers;
    }

    /** Those whose key nobody else holds, in the order given. */
    private static Uni<List<Submission>> locked(StatelessSession session, List<Submission> submissions) {
        return session.createNativeQuery(LOCK_EACH, Boolean.class)
                .setParameter(
                        1,
                        EventJson.encode(submissions.stream()
                                .map(SubmissionLedger::lockName)
                                .toList()))
                .getResultList()
                .map(locked -> IntStream.range(0, submissions.size())
                        .filter(locked::get)
                        .mapToObj(submissions::get)
                        .toList());
    }

    private static Uni<Map<String, Answer>> earlier(StatelessSession session, List<Submission> submissions) {
        if (submissions.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<String, Submission> byKey =
                submissions.stream().collect(Collectors.toMap(Submission::key, Function.identity()));
        return session.createNativeQuery(EARLIER, SubmissionRow.class)
                .setParameter(1, submissions.getFirst().tenant())
                .setParameter(2, submissions.getFirst().origin())
                .setParameter(3, EventJson.encode(byKey.keySet()))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(SubmissionRow::key, row -> row.answerTo(byKey.get(row.key())))));
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
