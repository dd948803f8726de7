package io.cliprelay.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import io.cliprelay.cli.api.DeadLetterCalls.DeadLetter;
import io.cliprelay.cli.api.DeadLetterCalls.Replay;
import io.cliprelay.cli.api.FakeGateway;
import io.cliprelay.cli.api.FakeGateway.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class DlqCommandTest {

    private static final String LETTER = "clip-intake@1@17";
    private static final String JSON = """
            {"id":"clip-intake@1@17","topic":"clip-intake","since":"2026-12-01T18:00:00Z","reason":"no JSON",
             "origin":"clip-intake 1@99","headers":{"ce_id":"7"},"value":"{ no JSON",
             "replay":{"at":"2026-12-01T18:05:00Z","by":"anyone"}}
            """;

    private final StringWriter said = new StringWriter();

    @Test
    void lettersAreListedShownAndReplayed() throws IOException {
        try (FakeGateway gateway = new FakeGateway()
                .answering(
                        "/v1/dead-letters",
                        Answer.json("{\"items\":[" + JSON + "]}"),
                        Answer.json(JSON),
                        Answer.json(JSON))) {
            String url = gateway.url().toString();
            assertThat(run("dlq", "--url", url, "list", "--topic", "clip-intake"))
                    .isZero();
            assertThat(run("dlq", "--url", url, "show", LETTER)).isZero();
            assertThat(run("dlq", "--url", url, "replay", LETTER)).isZero();

            assertThat(gateway.requests().get(0)).startsWith("GET /v1/dead-letters?limit=100&topic=clip-intake ");
            assertThat(gateway.requests().get(1)).startsWith("GET /v1/dead-letters/clip-intake%401%4017 ");
            assertThat(gateway.requests().get(2)).startsWith("POST /v1/dead-letters/clip-intake%401%4017/replay ");
        }
    }

    @Test
    void aLetterThatIsNotSentIsAFailureWithItsReason() throws IOException {
        String problem = """
                {"type":"urn:cliprelay:problem:dead-letter.not-replayable","title":"The dead letter is not sent again",
                 "status":409,"detail":"The upload is PUBLISHED","code":"dead-letter.not-replayable",
                 "category":"conflict","retryable":false}
                """;
        try (FakeGateway gateway =
                new FakeGateway().answering("/v1/dead-letters", new Answer(409, "application/problem+json", problem))) {
            assertThat(run("dlq", "--url", gateway.url().toString(), "replay", LETTER))
                    .isEqualTo(ExitCode.FAILED);
            assertThat(said.toString()).contains("The upload is PUBLISHED");
        }
    }

    @Test
    void theListSaysWhatWasReplayed() {
        assertThat(DlqCommand.table(List.of(letter(Optional.empty()), letter(Optional.of(replay())))))
                .satisfiesExactly(
                        heading -> assertThat(heading).contains("LETTER", "SINCE", "WHY"),
                        fresh -> assertThat(fresh).contains(LETTER, "2026-12-01T18:00:00Z", " no ", "no JSON"),
                        sent -> assertThat(sent).contains("at 2026-12-01T18:05:00Z by alice"));
    }

    private static Replay replay() {
        return new Replay(Instant.parse("2026-12-01T18:05:00Z"), "alice");
    }

    private static DeadLetter letter(Optional<Replay> replay) {
        return new DeadLetter(
                LETTER,
                "clip-intake",
                Instant.parse("2026-12-01T18:00:00Z"),
                "no JSON",
                Optional.empty(),
                Optional.empty(),
                "clip-intake 1@99",
                replay,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private int run(String... arguments) {
        CommandLine commandLine = Cliprelay.commandLine();
        commandLine.setOut(new PrintWriter(said));
        commandLine.setErr(new PrintWriter(said));
        return commandLine.execute(arguments);
    }
}
