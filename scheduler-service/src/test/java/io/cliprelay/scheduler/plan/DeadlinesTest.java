package io.cliprelay.scheduler.plan;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Stage;
import io.cliprelay.scheduler.WideTable;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class DeadlinesTest {

    @Inject
    Pool pool;

    @Test
    void onlyDeadlinesThatPassedAreReadToSeeWhetherThereAreAny() {
        String plan = pool.withConnection(DeadlinesTest::plan).await().atMost(Stage.PATIENCE);

        assertThat(plan).containsPattern("Index Cond: \\(not_after <");
    }

    private static Uni<String> plan(SqlConnection connection) {
        return WideTable.plan(connection, Deadlines.ANY);
    }
}
