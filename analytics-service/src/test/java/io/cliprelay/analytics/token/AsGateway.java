package io.cliprelay.analytics.token;

import java.util.List;

import jakarta.enterprise.inject.spi.CDI;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;

import io.cliprelay.kit.token.ServiceTokens;

/** Tests ask as the gateway does, but for those that say {@code noFilters()}. */
public class AsGateway implements QuarkusTestBeforeEachCallback {

    private static final Filter TOKEN = (request, response, next) -> {
        request.header(
                "Authorization",
                "Bearer " + CDI.current().select(ServiceTokens.class).get().mint("analytics"));
        return next.next(request, response);
    };

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(List.of(TOKEN));
    }
}
