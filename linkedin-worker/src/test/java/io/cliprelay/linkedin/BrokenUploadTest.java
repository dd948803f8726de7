package io.cliprelay.linkedin;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.linkedin.testing.Clip;
import io.cliprelay.linkedin.testing.LinkedInDesk;
import io.cliprelay.linkedin.testing.SandboxResource;
import io.cliprelay.linkedin.testing.Stage;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.linkedin.testing.SandboxResource.MEMBER;
import static io.cliprelay.linkedin.testing.SandboxResource.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever breaks on the way, one post comes of it, with the file's bytes. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class BrokenUploadTest {

    private static final String CUT = "{\"type\":\"cut-before-effect\",\"afterBytes\":300000}";
    private static final String LOST_BEFORE = "{\"type\":\"cut-before-effect\"}";
    private static final String ANSWER_LOST = "{\"type\":\"cut-after-effect\"}";

    private static final String NOT_FOUND =
            "{\"type\":\"status\",\"status\":404,\"body\":{\"status\":404,\"code\":\"NOT_FOUND\","
                    + "\"message\":\"Could not find entity\"}}";

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.underTest();
    private final LinkedInDesk desk = new LinkedInDesk(sandbox);
    private Stage stage;
    private Clip clip;

    @BeforeEach
    void open() {
        stage = new Stage();
        clip = Clip.in(folder);
    }

    @AfterEach
    void close() {
        desk.set("{\"omitPostId\":false,\"timeoutAfterPost\":false,\"refuseRepeatedFinalize\":false,"
                + "\"membersMayReadVideos\":true}");
        stage.close();
    }

    @Test
    void afterAPartWasCutOnlyThatPartIsSentAgain() {
        clip = Clip.ofFiveParts(folder);
        sandbox.fault("upload-part", "", 2, CUT);

        JsonNode post = assertOnePost(MEMBER);

        List<Integer> statuses =
                sandbox.statuses("upload-part", post.path("uploadSession").asText());
        assertThat(statuses).hasSize(6).containsOnlyOnce(0);
    }

    @Test
    void anUploadThatLinkedInForgetsIsBegunAnewByTheNextAttempt() {
        sandbox.fault("upload-part", "", "{\"type\":\"forget-session\"}");
        UploadRef upload = stage.upload(Clip.account(MEMBER));
        stage.order(upload, 1, clip.content());
        assertThat(stage.await(upload.uploadId(), UploadEvent.AttemptFailed.class)
                        .failure())
                .isEqualTo(LinkedInErrors.deadAddress());

        stage.order(upload, 2, clip.content());

        stage.await(upload.uploadId(), UploadEvent.Published.class);
        assertThat(sandbox.posts(clip.title())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBER, PAGE})
    void aLostAnswerToThePostMakesNoSecondOne(String account) {
        sandbox.fault("create-post", clip.title(), ANSWER_LOST);

        assertOnePost(account);
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBER, PAGE})
    void aPostThatNeverArrivedIsMade(String account) {
        sandbox.fault("create-post", clip.title(), LOST_BEFORE);

        assertOnePost(account);
    }

    @Test
    void aTimeoutOfLinkedInsOwnAfterThePostMakesNoSecondOne() {
        desk.set("{\"timeoutAfterPost\":true}");

        assertOnePost(MEMBER);
    }

    @Test
    void aLostAnswerToTheFinalisingIsLookedUp() {
        desk.set("{\"refuseRepeatedFinalize\":true}");
        sandbox.fault("finalize-upload", "", ANSWER_LOST);

        assertOnePost(MEMBER);
    }

    @Test
    void aFinalisingThatCannotBeLookedUpIsRepeated() {
        desk.set("{\"membersMayReadVideos\":false}");
        sandbox.fault("finalize-upload", "", ANSWER_LOST);

        assertOnePost(MEMBER);
    }

    @Test
    void aFinalisingThatCanNeitherBeLookedUpNorRepeatedIsTakenForDone() {
        desk.set("{\"membersMayReadVideos\":false,\"refuseRepeatedFinalize\":true}");
        sandbox.fault("finalize-upload", "", ANSWER_LOST);

        assertOnePost(MEMBER);
    }

    @Test
    void aVideoThatIsNotKnownRightAfterItsFinalisingIsWaitedFor() {
        long before = begun();
        sandbox.fault("get-video", "", NOT_FOUND);

        assertOnePost(MEMBER);
        assertThat(begun()).isEqualTo(before + 1);
    }

    private long begun() {
        return sandbox.calls("linkedin").getOrDefault("initialize-upload", 0L);
    }

    @Test
    void aBeginningWhoseAnswerIsLostIsBegunAnew() {
        sandbox.fault("initialize-upload", "", ANSWER_LOST);

        assertOnePost(MEMBER);
    }

    @Test
    void anOrganisationsPostWithoutAnIdInTheAnswerIsLookedUp() {
        desk.set("{\"omitPostId\":true}");

        JsonNode post = assertOnePost(PAGE);

        assertThat(post.path("id").asText()).startsWith("urn:li:ugcPost:");
    }

    @Test
    void aMembersPostWithoutAnIdInTheAnswerIsAPostAllTheSame() {
        desk.set("{\"omitPostId\":true}");

        UUID upload = stage.order(Clip.account(MEMBER), clip.content());
        UploadEvent.Published published = stage.await(upload, UploadEvent.Published.class);

        assertThat(sandbox.posts(clip.title())).hasSize(1);
        assertThat(published.publication().platformPostId()).startsWith("unnamed:urn:li:video:");
    }

    private JsonNode assertOnePost(String account) {
        UUID upload = stage.order(Clip.account(account), clip.content());

        UploadEvent.Published published = stage.await(upload, UploadEvent.Published.class);

        assertThat(sandbox.posts(clip.title())).hasSize(1);
        JsonNode post = sandbox.posts(clip.title()).getFirst();
        assertThat(post.path("sha256").asText()).isEqualTo(clip.sha256());
        assertThat(post.path("id").asText()).isEqualTo(published.publication().platformPostId());
        assertThat(stage.types(upload)).startsWith("Queued", "Started").endsWith("Published");
        stage.assertNoSecrets(upload);
        return post;
    }
}
