package io.cliprelay.gateway.submission.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.ClipSubmission;

import static org.assertj.core.api.Assertions.assertThat;

class StaggeringTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final String THREE = "'targets':[{'platform':'a'},{'platform':'b'},{'platform':'c'}]";

    @Test
    void allGoAtOnceWhereNothingIsSaid() {
        assertThat(due("{%s}".formatted(THREE))).containsExactly(NOW, NOW, NOW);
    }

    @Test
    void oneFollowsTheOtherAGapApart() {
        assertThat(due("{'stagger':{'gap':'PT5M'},'schedule':{'at':'2026-06-01T18:00:00Z'},%s}".formatted(THREE)))
                .containsExactly(at("18:00"), at("18:05"), at("18:10"));
    }

    @Test
    void theUsualGapHoldsWhereNoneIsSaid() {
        assertThat(due("{'stagger':{},%s}".formatted(THREE)))
                .containsExactly(NOW, NOW.plus(USUAL), NOW.plus(USUAL.multipliedBy(2)));
    }

    @Test
    void thoseNamedGoFirstInTheirOrderAndTheOthersAsTheyStand() {
        assertThat(due("{'stagger':{'gap':'PT5M','order':['c','b']},%s}".formatted(THREE)))
                .containsExactly(at("12:10"), at("12:05"), at("12:00"));
    }

    @Test
    void aTargetWithATimeOfItsOwnKeepsIt() {
        assertThat(due("{'stagger':{'gap':'PT5M'},'targets':[{'platform':'a'},"
                        + "{'platform':'b','schedule':{'at':'2026-06-01T15:00:00Z'}},{'platform':'c'}]}"))
                .containsExactly(at("12:00"), at("15:00"), at("12:05"));
    }

    @Test
    void jitterMovesAllButTheFirstAndNeverBreaksTheOrder() {
        ClipSubmission clip = read("{'stagger':{'gap':'PT5M','jitter':'PT5M'},%s}".formatted(THREE));

        List<List<Duration>> offsets = LongStream.range(0, 200)
                .mapToObj(seed -> new Staggering(NOW, USUAL, seed)
                        .timings(clip).stream()
                                .map(timing -> Duration.between(NOW, timing.dueAt()))
                                .toList())
                .toList();

        assertThat(offsets).allSatisfy(of -> {
            assertThat(of).isSorted();
            assertThat(of.get(0)).isZero();
            assertThat(of.get(1)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
            assertThat(of.get(2)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(15));
        });
        assertThat(offsets.stream().distinct().count()).isGreaterThan(150);
    }

    @Test
    void theSameSeedSaysTheSame() {
        ClipSubmission clip = read("{'stagger':{'gap':'PT5M','jitter':'PT5M'},%s}".formatted(THREE));

        assertThat(new Staggering(NOW, USUAL, 42).timings(clip))
                .isEqualTo(new Staggering(NOW, USUAL, 42).timings(clip));
    }

    @Test
    void theOthersWaitForTheFirst() {
        ClipSubmission clip = read("{'stagger':{'gap':'PT5M','order':['b'],'waitForFirst':true},%s}".formatted(THREE));

        List<Timing> timings = new Staggering(NOW, USUAL, 0).timings(clip);

        assertThat(Staggering.first(clip)).contains(1);
        assertThat(timings.get(1).afterFirst()).isEmpty();
        assertThat(timings.get(0).afterFirst()).contains(Duration.ofMinutes(5));
        assertThat(timings.get(2).afterFirst()).contains(Duration.ofMinutes(10));
    }

    @Test
    void eachKeepsTheTimeOnTheWallThatItGoesAt() {
        List<Timing> timings = new Staggering(NOW, USUAL, 0)
                .timings(read(
                        "{'stagger':{'gap':'PT30M'},'schedule':{'local':'2026-10-25T01:45','zone':'Europe/Berlin'},%s}"
                                .formatted(THREE)));

        assertThat(timings)
                .extracting(Timing::dueAt)
                .containsExactly(
                        Instant.parse("2026-10-24T23:45:00Z"),
                        Instant.parse("2026-10-25T00:15:00Z"),
                        Instant.parse("2026-10-25T00:45:00Z"));
        assertThat(timings)
                .extracting(timing -> timing.wallTime().orElseThrow().local().toString())
                .containsExactly("2026-10-25T01:45", "2026-10-25T02:15", "2026-10-25T02:45");
    }

    private static List<Instant> due(String json) {
        return new Staggering(NOW, USUAL, 0)
                .timings(read(json)).stream().map(Timing::dueAt).toList();
    }

    private static ClipSubmission read(String json) {
        return EventJson.decode(json.replace('\'', '"'), ClipSubmission.class);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-06-01T%s:00Z".formatted(time));
    }
}
