package io.cliprelay.scheduler.why;

import java.time.Instant;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What is told of attempts, of which the tables hold those that are over. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class UploadHistoryTest {

    /** As versions before this one wrote an attempt down when it was ordered. */
    private static final String NOTE_ORDER = """
            insert into job_attempt (upload_id, attempt, ordered_at)
            select upload_id, attempt, claimed_at from job where upload_id = $1
            """;

    @Inject
    Pool pool;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anAttemptIsToldOfWhileItRunsAndWhenItIsOver() {
        UploadRef upload = ordered();
        get(attempts(upload))
                .then()
                .body("items", hasSize(1))
                .body("items[0].orderedAt", notNullValue())
                .body("items[0].endedAt", nullValue());

        stage.report(new UploadEvent.AttemptFailed(upload, 1, new UploadFailure.InvalidInput(Clips.reason())));
        stage.awaitEvent(upload.uploadId(), UploadEvent.Failed.class);

        assertOverOnce(upload);
    }

    @Test
    void anAttemptThatAnEarlierVersionNotedAtItsOrderIsToldOfOnce() {
        UploadRef upload = ordered();
        pool.preparedQuery(NOTE_ORDER)
                .execute(Tuple.of(upload.uploadId()))
                .await()
                .atMost(Stage.PATIENCE);
        get(attempts(upload)).then().body("items", hasSize(1)).body("items[0].endedAt", nullValue());

        stage.report(new UploadEvent.AttemptFailed(upload, 1, new UploadFailure.InvalidInput(Clips.reason())));
        stage.awaitEvent(upload.uploadId(), UploadEvent.Failed.class);

        assertOverOnce(upload);
    }

    private static void assertOverOnce(UploadRef upload) {
        get(attempts(upload))
                .then()
                .body("items", hasSize(1))
                .body("items[0].endedAt", notNullValue())
                .body("items[0].outcome", equalTo("FAILED"));
    }

    private UploadRef ordered() {
        ClipSubmitted clip = Clips.dueAt(Instant.now());
        stage.submit(Clips.submitted(clip));
        UploadRef upload = Clips.only(clip);
        stage.awaitCommand(upload.uploadId(), 1);
        return upload;
    }

    private static String attempts(UploadRef upload) {
        return "/jobs/" + upload.uploadId() + "/attempts";
    }
}
