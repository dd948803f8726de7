package io.cliprelay.cli.progress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.FakeGateway;
import io.cliprelay.cli.api.FakeGateway.Answer;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.api.GatewayException;
import io.cliprelay.cli.terminal.Terminal;

import static io.cliprelay.cli.progress.ProgressFixture.CLIP;
import static io.cliprelay.cli.progress.ProgressFixture.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClipFollowerTest {

    private static final String PATH = "/v1/clips/" + CLIP;
    private static final Answer UNAVAILABLE = new Answer(503, "text/plain", "starting");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void followsThroughABrokenStreamAndARestartToTheEnd() throws IOException {
        try (FakeGateway gateway = new FakeGateway()
                .answering(
                        PATH + "/events",
                        Answer.events("event: upload\ndata: {\"type\":\"upload.started\",\"data\":{\"upload\":"
                                + upload("UPLOADING") + "}}\n\n"))
                .answering(PATH, Answer.json(clip("QUEUED")), UNAVAILABLE, Answer.json(clip("PUBLISHED")))) {
            ClipView end = follow(gateway);
            assertThat(end.isPublished()).isTrue();
            assertThat(written.toString(StandardCharsets.UTF_8).lines())
                    .map(line -> line.replaceAll(".*Holiday {2}", ""))
                    .containsExactly("queued, waits for a worker", "starting", "published");
        }
    }

    @Test
    void aClipThatNobodyKnowsIsAnAnswerAndNotAReasonToWait() throws IOException {
        String unknown = """
                {"type":"urn:cliprelay:problem:clip.unknown","title":"No such clip","status":404,"detail":"There is none",
                 "code":"clip.unknown","category":"not-found","retryable":false}
                """;
        try (FakeGateway gateway =
                new FakeGateway().answering(PATH, new Answer(404, "application/problem+json", unknown))) {
            assertThatThrownBy(() -> follow(gateway))
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContaining("No such clip");
        }
    }

    private ClipView follow(FakeGateway gateway) {
        Terminal terminal = new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), false, 120);
        return new ClipFollower(new GatewayClient(gateway.url()), ProgressBoard.on(terminal)).follow(CLIP);
    }

    private static String clip(String state) {
        return "{\"id\":\"%s\",\"title\":\"Holiday\",\"uploads\":[%s]}".formatted(CLIP, upload(state));
    }

    private static String upload(String state) {
        return "{\"id\":\"%s\",\"platform\":\"youtube\",\"account\":\"demo\",\"state\":\"%s\"}"
                .formatted(UPLOAD, state);
    }
}
