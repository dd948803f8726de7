package io.cliprelay.analytics.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import io.cliprelay.analytics.tally.ErrorCount;
import io.cliprelay.analytics.tally.Group;
import io.cliprelay.analytics.tally.Summary;

/** Asked by the gateway, which knows whose numbers its caller may see. */
@Path("/analytics")
public class ReportResource {

    private final Breakdown breakdown;
    private final Tallies tallies;
    private final HistoryReport history;
    private final ContentReport content;

    ReportResource(Breakdown breakdown, Tallies tallies, HistoryReport history, ContentReport content) {
        this.breakdown = breakdown;
        this.tallies = tallies;
        this.history = history;
        this.content = content;
    }

    /** Totals, and the same by platform. */
    @GET
    @Path("/summary")
    public Uni<Response> summary(@BeanParam Asked asked) {
        return answer(
                asked, question -> breakdown.figures(question, By.PLATFORM).map(Summary::of), Summary::platforms);
    }

    /** The numbers by platform, account, hour or day. */
    @GET
    @Path("/platforms")
    public Uni<Response> platforms(@BeanParam Asked asked) {
        By by = QuestionReader.choice("by", asked.by, By.PLATFORM);
        return rows(asked, question -> breakdown.figures(question, by).map(Rows::of));
    }

    /** Uploads one by one. */
    @GET
    @Path("/history")
    public Uni<Response> history(@BeanParam Asked asked) {
        return rows(asked, history::page);
    }

    /** Why attempts failed, the most frequent reason first. */
    @GET
    @Path("/errors")
    public Uni<Response> errors(@BeanParam Asked asked) {
        return rows(
                asked, question -> tallies.errors(question, By.PLATFORM).map(errors -> mostFrequent(errors, question)));
    }

    private static Rows<ErrorCount> mostFrequent(Map<Group, List<ErrorCount>> errors, Question question) {
        return Rows.of(errors.values().stream()
                .flatMap(List::stream)
                .sorted((one, other) -> Long.compare(other.hits(), one.hits()))
                .limit(question.limit())
                .toList());
    }

    /** How long after their due instants uploads were accepted and live. */
    @GET
    @Path("/lateness")
    public Uni<Response> lateness(@BeanParam Asked asked) {
        By by = QuestionReader.choice("by", asked.by, By.PLATFORM);
        return rows(asked, question -> breakdown.lateness(question, by).map(Rows::of));
    }

    /** What posts have come to, by clip, tag, weekday or hour. */
    @GET
    @Path("/content")
    public Uni<Response> content(@BeanParam Asked asked) {
        ContentBy by = QuestionReader.choice("by", asked.by, ContentBy.CLIP);
        return rows(asked, question -> content.of(question, by).map(Rows::of));
    }

    private static <T> Uni<Response> rows(Asked asked, Function<Question, Uni<Rows<T>>> report) {
        return answer(asked, report, Rows::items);
    }

    private static <T> Uni<Response> answer(Asked asked, Function<Question, Uni<T>> report, Function<T, List<?>> rows) {
        Format format = QuestionReader.choice("format", asked.format, Format.JSON);
        return report.apply(QuestionReader.read(asked)).map(answer -> format.write(answer, rows.apply(answer)));
    }
}
