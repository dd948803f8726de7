package io.cliprelay.cli.stats;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventJson;

import static org.assertj.core.api.Assertions.assertThat;

class StatsTest {

    private static final JsonNode SUMMARY = json("""
            {"uploads":12,"published":8,"drafted":0,"failed":2,"cancelled":0,"platforms":[
             {"platform":"youtube","uploads":12,"published":8,"failed":2,"successRate":0.8,"rateLimitHits":3,
              "uploadTime":{"uploads":8,"average":4.1,"p50":3.9,"p90":5,"p99":72.6},"lastSuccess":"2026-11-22T10:00:00Z",
              "errors":[{"platform":"youtube","category":"rate-limited","code":"429","hits":3}],"reception":{"views":70}}]}
            """);
    private static final JsonNode DAYS = json("""
            {"items":[{"since":"2026-11-21T00:00:00+01:00","published":2,"failed":2},
                      {"since":"2026-11-22T00:00:00+01:00","published":6,"failed":0}]}
            """);

    @Test
    void theOverviewShowsPlatformsDaysAndReasons() {
        assertThat(Overview.of(SUMMARY, DAYS).lines())
                .containsExactly(
                        "12 uploads: 8 published, 0 drafted, 2 failed, 0 cancelled",
                        "",
                        "PLATFORM  UPLOADS  SUCCESS  TIME p50  TIME p99    LIMITED  VIEWS  LAST SUCCESS",
                        "youtube   12       80.0 %   3.9 s     1 min 13 s  3        70     2026-11-22T10:00:00Z",
                        "",
                        "DAY         PUBLISHED  FAILED",
                        "2026-11-21  2          2       ██████████░░░░░░░░░░",
                        "2026-11-22  6          0       ██████████████████████████████",
                        "",
                        "FAILED ATTEMPTS  REASON            PLATFORM",
                        "3                rate-limited 429  youtube   ██████████████████████████████",
                        "");
    }

    @Test
    void aReportIsATableThatSaysHowToGoOn() {
        JsonNode report = json("""
                {"items":[{"upload":"u1","failure":{"code":"x"},"errors":[1]},{"upload":"u2","state":"PUBLISHED"}],
                 "nextCursor":"abc"}
                """);

        assertThat(ReportTable.of(report).lines())
                .containsExactly(
                        "UPLOAD  FAILURE.CODE  STATE",
                        "u1      x",
                        "u2                    PUBLISHED",
                        "More: ./cliprelay stats history --cursor abc");
        assertThat(ReportTable.of(json("{\"items\":[]}")).lines()).isEqualTo(List.of("Nothing yet."));
    }

    @Test
    void durationsHaveTheirUnit() {
        JsonNode report = json("""
                {"items":[{"dueToLive":{"uploads":8,"average":0.0124,"p50":3.94,"p90":303,"p99":7600.2}}]}
                """);

        assertThat(ReportTable.of(report).lines())
                .containsExactly(
                        "DUETOLIVE.UPLOADS  DUETOLIVE.AVERAGE  DUETOLIVE.P50  DUETOLIVE.P90  DUETOLIVE.P99",
                        "8                  0.012 s            3.9 s          5 min 3 s      2 h 6 min");
    }

    @Test
    void whatIsMoreThanNothingIsSeen() {
        assertThat(Bar.of(1, 1_000_000, 30)).isEqualTo("▏");
        assertThat(Bar.of(0, 10, 30)).isEmpty();
        assertThat(Bar.of(5, 10, 3)).isEqualTo("█▌");
    }

    private static JsonNode json(String text) {
        return EventJson.decode(text, JsonNode.class);
    }
}
