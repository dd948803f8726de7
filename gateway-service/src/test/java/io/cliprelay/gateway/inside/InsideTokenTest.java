package io.cliprelay.gateway.inside;

import java.net.URI;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.gateway.AnalyticsDouble;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.token.ServiceTokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
        "http://analytics:8082/analytics/summary, true",
        "http://analytics:8083/analytics/summary, false",
        "https://analytics:8082/analytics/summary, false",
        "http://elsewhere:8082/analytics/summary, false"
    })
    void nobodyElseIsGivenOne(URI asked, boolean given) {
        assertThat(InsideToken.samePlace(URI.create("http://analytics:8082"), asked))
                .isEqualTo(given);
    }
}
