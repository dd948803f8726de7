package io.cliprelay.kit.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.kit.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TestProfile(WellnessTest.HugeDisk.class)
@QuarkusTestResource(LocalStackResource.class)
class WellnessTest {

    @TestHTTPResource("/q/health/")
    URI health;

    /** No disk has room enough. */
    public static class HugeDisk implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cliprelay.health.free-disk", "1000000G");
        }
    }

    @Test
    void whatIsNotWellIsToldAndStopsNothing() throws Exception {
        HttpResponse<String> well = get("well");

        assertThat(well.statusCode()).isEqualTo(503);
        assertThat(statuses(well))
                .containsEntry("disk", "DOWN")
                .containsEntry("memory", "UP")
                .containsEntry("kafka", "UP");
        for (String probe : List.of("ready", "live", "started")) {
            assertThat(get(probe).statusCode()).as(probe).isEqualTo(200);
        }
    }

    @Test
    void theDatabaseIsAPartOfBeingReady() throws Exception {
        assertThat(statuses(get("ready"))).containsEntry("Reactive PostgreSQL connections health check", "UP");
    }

    private static Map<String, String> statuses(HttpResponse<String> answer) {
        JsonNode checks = EventJson.decode(answer.body(), JsonNode.class).path("checks");
        return checks.valueStream()
                .collect(Collectors.toMap(
                        check -> check.path("name").asText(),
                        check -> check.path("status").asText(),
                        (one, other) -> one));
    }

    private HttpResponse<String> get(String which) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(health.resolve(which)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
