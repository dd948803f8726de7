package io.cliprelay.analytics.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.analytics.tally.Piece;

/** What posts have come to, by what they are. */
@ApplicationScoped
class ContentReport {

    private static final String ALL_POSTS = "tally.tag = ''";
    private static final String TAGGED = "tally.tag <> ''";

    private static final String BY_CLIP = """
            select clip_id::text as mark, max(title) as title,
                   count(live_at) as posts, count(missing_at) as missing,
                   sum(views)::bigint as views, count(views) as views_told,
                   sum(likes)::bigint as likes, count(likes) as likes_told,
                   sum(comments)::bigint as comments, count(comments) as comments_told,
                   sum(shares)::bigint as shares, count(shares) as shares_told
            from live.upload_fact
            where tenant = $1 and live_at >= $2 and live_at < $3
              and ($4::text is null or platform = $4) and ($5::uuid is null or account_id = $5)
            group by clip_id order by sum(views) desc nulls last, mark limit $6
            """;

    private final Tallies tallies;
    private final Pool pool;

    ContentReport(Tallies tallies, Pool pool) {
        this.tallies = tallies;
        this.pool = pool;
    }

    Uni<List<ContentRow>> of(Question question, ContentBy by) {
        return switch (by) {
            case CLIP -> byClip(question).map(rows -> rows(rows, row -> Optional.ofNullable(row.getString("title"))));
            case TAG ->
                of(tallies.receptionsBy(
                        question, Piece.covering(question.from(), question.until()), "tally.tag", TAGGED));
            case WEEKDAY -> byTime(question, "isodow");
            case HOUR -> byTime(question, "hour");
        };
    }

    private Uni<List<ContentRow>> byTime(Question question, String field) {
        String mark = "extract(%s from tally.at at time zone $7)::int::text".formatted(field);
        return of(tallies.receptionsBy(question, By.HOUR.pieces(question), mark, ALL_POSTS));
    }

    private static Uni<List<ContentRow>> of(Uni<RowSet<Row>> asked) {
        return asked.map(rows -> rows(rows, row -> Optional.empty()));
    }

    private Uni<RowSet<Row>> byClip(Question question) {
        return pool.preparedQuery(BY_CLIP)
                .execute(Tuple.of(
                        question.tenant(),
                        question.fromUtc(),
                        question.untilUtc(),
                        question.platform().orElse(null),
                        question.account().orElse(null),
                        question.limit()));
    }

    private static List<ContentRow> rows(RowSet<Row> rows, Function<Row, Optional<String>> title) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new ContentRow(row.getString("mark"), title.apply(row), Tallies.reception(row)))
                .toList();
    }
}
