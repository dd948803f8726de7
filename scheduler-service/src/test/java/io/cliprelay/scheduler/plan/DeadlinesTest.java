package io.cliprelay.scheduler.plan;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Stage;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class DeadlinesTest {

    @Inject
    Pool pool;

    @Test
    void onlyDeadlinesThatPassedAreReadToSeeWhetherThereAreAny() {
        String plan = pool.withTransaction(DeadlinesTest::plan).await().atMost(Stage.PATIENCE);

        assertThat(plan).containsPattern("Index Cond: \\(not_after <");
    }

    /** As if the table were so large that reading all of it is out of the question. */
    private static Uni<String> plan(SqlConnection connection) {
        return connection
                .query("set local enable_seqscan = off")
                .execute()
                .chain(() -> connection.query("explain " + Deadlines.ANY).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")));
    }
}
