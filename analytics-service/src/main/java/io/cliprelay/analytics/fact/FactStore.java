package io.cliprelay.analytics.fact;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.apache.kafka.common.TopicPartition;

/**
 * The tables of one generation. What is learned is joined to what was known, written back, and the tallies move by the
 * difference, all in the caller's transaction; one writer at a time is the caller's to see to.
 */
public final class FactStore {

    private final Generation generation;
    private final String known;
    private final String learnUploads;
    private final String learnFailures;
    private final String moveOn;

    /** The tables of {@code generation}, which exist by the first call. */
    public FactStore(Generation generation) {
        this.generation = generation;
        // The limit has each found by its key, whatever the planner believes of a table that grows fast.
        this.known = """
                select fact.* from unnest($1::timestamptz[], $2::uuid[]) wanted (created_at, upload_id)
                cross join lateral (
                    select * from %s.upload_fact stored
                    where stored.created_at = wanted.created_at and stored.upload_id = wanted.upload_id limit 1) fact
                """.formatted(generation.schema());
        this.learnUploads = generation.statement("learn-uploads");
        this.learnFailures = generation.statement("learn-failures");
        this.moveOn = """
                insert into %s.intake_position as position
                select * from unnest($1::text[], $2::int[], $3::bigint[])
                on conflict (topic, partition) do update
                set next_offset = greatest(position.next_offset, excluded.next_offset)
                """.formatted(generation.schema());
    }

    /**
     * Adds what some records teach.
     *
     * @param positions per partition the offset of the first record that was not among them
     */
    public Uni<Void> learn(SqlConnection tx, Lesson lesson, Map<TopicPartition, Long> positions) {
        SortedMap<UploadKey, UploadFact> facts = joined(lesson.facts().stream());
        return ensureMonths(tx, lesson)
                .chain(() -> known(tx, facts.keySet()))
                .map(known -> joined(Stream.concat(known.stream(), facts.values().stream())))
                .chain(all -> write(tx, learnUploads, FactRows.json(all.values()), all.isEmpty()))
                .chain(() -> write(
                        tx,
                        learnFailures,
                        FactRows.jsonOfFailures(lesson.failures()),
                        lesson.failures().isEmpty()))
                .chain(() -> moveOn(tx, positions));
    }

    private static SortedMap<UploadKey, UploadFact> joined(Stream<UploadFact> facts) {
        SortedMap<UploadKey, UploadFact> joined = new TreeMap<>();
        facts.forEach(fact -> joined.merge(fact.key(), fact, UploadFact::and));
        return joined;
    }

    private Uni<Void> ensureMonths(SqlConnection tx, Lesson lesson) {
        LocalDate[] months = Stream.concat(
                        lesson.facts().stream().map(UploadFact::key),
                        lesson.failures().stream().map(FailedAttempt::key))
                .filter(UploadKey::dated)
                .map(key -> LocalDate.ofInstant(key.createdAt(), ZoneOffset.UTC).withDayOfMonth(1))
                .distinct()
                .toArray(LocalDate[]::new);
        return tx.preparedQuery("select ensure_months($1, $2)")
                .execute(Tuple.of(generation.schema(), months))
                .replaceWithVoid();
    }

    private Uni<List<UploadFact>> known(SqlConnection tx, Collection<UploadKey> keys) {
        OffsetDateTime[] created = keys.stream()
                .map(key -> key.createdAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        UUID[] uploads = keys.stream().map(UploadKey::uploadId).toArray(UUID[]::new);
        return tx.preparedQuery(known).execute(Tuple.of(created, uploads)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(FactRows::fact)
                .toList());
    }

    private static Uni<Void> write(SqlConnection tx, String statement, String rows, boolean none) {
        return none
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(statement).execute(Tuple.of(rows)).replaceWithVoid();
    }

    private Uni<Void> moveOn(SqlConnection tx, Map<TopicPartition, Long> positions) {
        List<Map.Entry<TopicPartition, Long>> all = List.copyOf(positions.entrySet());
        String[] topics = all.stream().map(each -> each.getKey().topic()).toArray(String[]::new);
        Integer[] partitions =
                all.stream().map(each -> each.getKey().partition()).toArray(Integer[]::new);
        Long[] offsets = all.stream().map(Map.Entry::getValue).toArray(Long[]::new);
        return tx.preparedQuery(moveOn)
                .execute(Tuple.of(topics, partitions, offsets))
                .replaceWithVoid();
    }
}
