package io.cliprelay.gateway.inside;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.gateway.AnalyticsDouble;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.token.ServiceTokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class InsideTokenTest {

    @Inject
    ServiceTokens tokens;

    @Test
    void aServiceIsAskedWithATokenForItAlone() {
        given().get("/v1/analytics/summary").then().statusCode(200);

        String token = AnalyticsDouble.askedWith().replaceFirst("^Bearer ", "");
        assertThat(tokens.holds(token, "analytics")).isTrue();
        assertThat(tokens.holds(token, "scheduler")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://analytics:8082/analytics/summary, analytics",
        "HTTP://Analytics:8082, analytics",
        "http://analytics:8083/analytics/summary,",
        "https://analytics:8082/analytics/summary,",
        "http://elsewhere:8082/analytics/summary,",
        "http://else_where:8082/analytics/summary,",
        "http://all/one/jobs, one",
        "http://all/one/two/jobs, two",
        "http://all/one/twofold, one",
        "http://all/jobs,"
    })
    void nobodyElseIsGivenOne(URI asked, String service) {
        Map<String, URI> services = Map.of(
                "analytics", URI.create("http://analytics:8082"),
                "one", URI.create("http://all/one"),
                "two", URI.create("http://all/one/two/"));

        assertThat(InsideToken.service(services, asked)).isEqualTo(Optional.ofNullable(service));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://my_scheduler:8081", "scheduler:8081", "//scheduler", "/jobs"})
    void aServiceWithoutAHostIsRefusedByItsName(URI place) {
        assertThatThrownBy(() -> InsideToken.requirePlace("scheduler", place))
                .hasMessageContaining("cliprelay.inside.services.scheduler")
                .hasMessageContaining(place.toString());
    }
}
