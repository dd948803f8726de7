package io.cliprelay.analytics.report;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.analytics.tally.Counts;
import io.cliprelay.analytics.tally.ErrorCount;
import io.cliprelay.analytics.tally.Group;
import io.cliprelay.analytics.tally.Piece;
import io.cliprelay.analytics.tally.Reception;
import io.cliprelay.analytics.tally.Spread;

/** Adds up what the tallies hold of a span of time, by group. */
@ApplicationScoped
class Tallies {

    /**
     * Which sums are meant: the pieces of the span, the tenant's, and what else the question names. The offset has each
     * piece found by its key: the planner cannot know that a few rows of the many are meant.
     */
    private static final String CHOSEN = """
            from unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) piece (grain, since, until)
            cross join lateral (
                select * from live.%s summed
                where summed.tenant = $1 and summed.grain = piece.grain
                  and summed.at >= piece.since and summed.at < piece.until and %s
                offset 0) tally
            where ($5::text is null or tally.platform = $5) and ($6::uuid is null or tally.account_id = $6)
              and $7::text is not null
            """;

    private static final String ALL = "true";

    private static final String COUNTS =
            "select %s, sum(submitted)::bigint, sum(published)::bigint, sum(drafted)::bigint, sum(failed)::bigint,"
                    + " sum(cancelled)::bigint, max(last_success) " + CHOSEN.formatted("upload_tally", ALL)
                    + " group by by_platform, by_account, by_since";

    private static final String SPREADS = "select %s, class::int, sum(uploads)::bigint, sum(millis)::bigint "
            + CHOSEN.formatted("duration_tally", "summed.kind = $8")
            + " group by by_platform, by_account, by_since, class";

    private static final String ERRORS = "select %s, platform, category, code, sum(hits)::bigint as hits, max(last_at) "
            + CHOSEN.formatted("error_tally", ALL)
            + " group by by_platform, by_account, by_since, platform, category, code"
            + " order by hits desc, platform, category, code";

    static final String RECEPTION_SUMS =
            "sum(posts)::bigint as posts, sum(missing)::bigint as missing, sum(views)::bigint as views,"
                    + " sum(views_told)::bigint as views_told, sum(likes)::bigint as likes,"
                    + " sum(likes_told)::bigint as likes_told, sum(comments)::bigint as comments,"
                    + " sum(comments_told)::bigint as comments_told, sum(shares)::bigint as shares,"
                    + " sum(shares_told)::bigint as shares_told ";

    private static final String RECEPTIONS = "select %s, " + RECEPTION_SUMS
            + CHOSEN.formatted("content_tally", "summed.tag = ''") + " group by by_platform, by_account, by_since";

    private static final String RECEPTIONS_BY = "select %s as mark, " + RECEPTION_SUMS
            + CHOSEN.formatted("content_tally", ALL) + " and %s group by mark order by sum(views) desc, mark limit $8";

    private final Pool pool;

    Tallies(Pool pool) {
        this.pool = pool;
    }

    Uni<Map<Group, Counts>> counts(Question question, By by) {
        return ask(COUNTS.formatted(by.columns()), values(question, by.pieces(question)))
                .map(rows -> grouped(rows, question, Tallies::counts));
    }

    private static Counts counts(Row row) {
        return new Counts(
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                Optional.ofNullable(row.getOffsetDateTime(8)).map(OffsetDateTime::toInstant));
    }

    /** @param kind what was timed, as the tally names it */
    Uni<Map<Group, Spread>> spreads(Question question, By by, String kind) {
        return ask(
                        SPREADS.formatted(by.columns()),
                        values(question, by.pieces(question)).addString(kind))
                .map(rows -> spreads(rows, question));
    }

    private static Map<Group, Spread> spreads(RowSet<Row> rows, Question question) {
        Map<Group, Map<Integer, Long>> classes = new HashMap<>();
        Map<Group, Long> millis = new HashMap<>();
        rows.forEach(row -> {
            Group group = By.group(row, question);
            classes.computeIfAbsent(group, any -> new HashMap<>()).merge(row.getInteger(3), row.getLong(4), Long::sum);
            millis.merge(group, row.getLong(5), Long::sum);
        });
        Map<Group, Spread> spreads = new HashMap<>();
        classes.forEach(
                (group, of) -> Spread.of(of, millis.get(group)).ifPresent(spread -> spreads.put(group, spread)));
        return spreads;
    }

    /** Per group all reasons, most frequent first. */
    Uni<Map<Group, List<ErrorCount>>> errors(Question question, By by) {
        return ask(ERRORS.formatted(by.columns()), values(question, by.pieces(question)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> By.group(row, question),
                                Collectors.mapping(Tallies::error, Collectors.toList()))));
    }

    private static ErrorCount error(Row row) {
        return new ErrorCount(
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getOffsetDateTime(7).toInstant());
    }

    Uni<Map<Group, Reception>> receptions(Question question, By by) {
        return ask(RECEPTIONS.formatted(by.columns()), values(question, by.pieces(question)))
                .map(rows -> grouped(rows, question, Tallies::reception));
    }

    /**
     * What posts have come to, by something else; the most seen first.
     *
     * @param mark the column or expression to group by
     * @param condition which rows of the tally count
     */
    Uni<RowSet<Row>> receptionsBy(Question question, List<Piece> pieces, String mark, String condition) {
        return ask(
                RECEPTIONS_BY.formatted(mark, condition),
                values(question, pieces).addInteger(question.limit()));
    }

    static Reception reception(Row row) {
        return new Reception(
                row.getLong("posts"),
                row.getLong("missing"),
                told(row, "views"),
                told(row, "likes"),
                told(row, "comments"),
                told(row, "shares"));
    }

    private static Optional<Long> told(Row row, String what) {
        return row.getLong(what + "_told") == 0 ? Optional.empty() : Optional.of(row.getLong(what));
    }

    private Uni<RowSet<Row>> ask(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values);
    }

    private static <T> Map<Group, T> grouped(RowSet<Row> rows, Question question, Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> By.group(row, question), reading));
    }

    private static Tuple values(Question question, List<Piece> pieces) {
        return Tuple.tuple()
                .addString(question.tenant())
                .addArrayOfString(
                        pieces.stream().map(piece -> piece.grain().code()).toArray(String[]::new))
                .addArrayOfOffsetDateTime(pieces.stream()
                        .map(piece -> piece.since().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(pieces.stream()
                        .map(piece -> piece.until().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addString(question.platform().orElse(null))
                .addUUID(question.account().orElse(null))
                .addString(
                        question.zone() instanceof ZoneOffset
                                ? "UTC"
                                : question.zone().getId());
    }
}
