package io.cliprelay.worker.health;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** A worker whose platform is not well says so, and stays ready. */
@QuarkusTest
@TestProfile(PlatformHealthTest.Listening.class)
@QuarkusTestResource(LocalStackResource.class)
class PlatformHealthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CHECK = "checks.find { it.name == 'platform paper' }.";

    @Inject
    Pool pool;

    private ServerSocket platform;

    /** The platform is at a port of this machine, where it listens or not. */
    public static class Listening implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0)) {
                return Map.of("cliprelay.worker.health.address", "http://127.0.0.1:" + free.getLocalPort());
            } catch (IOException noPort) {
                throw new IllegalStateException(noPort);
            }
        }
    }

    @Inject
    PlatformHealthConfig config;

    @BeforeEach
    void listen() throws IOException {
        platform = new ServerSocket(config.address().orElseThrow().getPort());
        run("delete from breaker");
        run("update credential set unusable_since = null");
    }

    @AfterEach
    void mend() throws IOException {
        platform.close();
        run("delete from breaker");
        run("update credential set unusable_since = null");
    }

    @Test
    void aPlatformThatIsWellIsSound() {
        assertTold(200, "state", "sound");
        assertTold(200, "connectivity", "reachable");
    }

    @Test
    void aPlatformThatCannotBeReachedMakesTheWorkerDegradedAndNotDead() throws IOException {
        platform.close();

        assertTold(503, "state", "degraded");
        assertTold(503, "connectivity", "127.0.0.1 cannot be reached");
    }

    @Test
    void anOpenBreakerIsTold() {
        run("""
                insert into breaker (name, failures, until, probing, openings, cause)
                values ('platform', 0, now() + interval '1 hour', false, 1, '{}')
                """);

        assertTold(503, "calls", "stopped until");
    }

    @Test
    void credentialsThatThePlatformTakesNoMoreAreTold() {
        run("update credential set unusable_since = now()");

        assertTold(503, "state", "degraded");
    }

    private static void assertTold(int status, String what, String beginning) {
        given().get("/q/health/well").then().statusCode(status).body(CHECK + "data." + what, startsWith(beginning));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
