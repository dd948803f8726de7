package io.cliprelay.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import io.cliprelay.cli.api.BatchView;
import io.cliprelay.cli.api.FakeGateway;
import io.cliprelay.cli.api.FakeGateway.Answer;
import io.cliprelay.cli.api.PreviewView;
import io.cliprelay.contracts.EventJson;

import static org.assertj.core.api.Assertions.assertThat;

class SubmitCommandTest {

    private static final String PREVIEW = """
            {"acceptable":%s,"targets":[{"target":0,"platform":"youtube","account":"demo","dueAt":"2031-01-31T18:00:00Z",
              "texts":{"title":"Holiday","description":""},"tags":[]}],
             "findings":[{"pointer":"/targets/0/account","severity":"warning","code":"account.consent-ends",
              "detail":"The consent ends before.","fix":"Connect it again."}]}
            """;

    private static final String BATCH = """
            {"accepted":1,"rejected":1,"items":[
             {"row":0,"status":202,"replayed":false,"clip":{"id":"00000000-0000-0000-0000-000000000002","title":"One","uploads":[]}},
             {"row":1,"status":422,"replayed":false,"problem":{"type":"urn:cliprelay:problem:clip.invalid","title":"Not as it is",
              "status":422,"detail":"1 field","code":"clip.invalid","category":"invalid-input","retryable":false,
              "errors":[{"pointer":"/1/title","code":"title.missing","detail":"There is no title.","fix":"Add one."}]}}]}
            """;

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void aDryRunAsksForAPreviewAndHandsNothingIn() throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips", Answer.json(PREVIEW.formatted("true")))) {
            assertThat(run(gateway, "clip.mp4", "--title", "Holiday", "--to", "youtube", "--dry-run"))
                    .isEqualTo(ExitCode.OK);
            assertThat(gateway.requests()).singleElement().asString().startsWith("POST /v1/clips?dryRun=true ");
        }
    }

    @Test
    void aClipThatWouldBeRefusedFailsTheDryRun() throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips", Answer.json(PREVIEW.formatted("false")))) {
            assertThat(run(gateway, "clip.mp4", "--title", "Holiday", "--to", "youtube", "--dry-run"))
                    .isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void aPreviewNamesTextsAndFindings() {
        PreviewView preview = EventJson.decode(PREVIEW.formatted("true"), PreviewView.class);

        assertThat(PreviewText.of(preview))
                .containsExactly(
                        "youtube/demo at 2031-01-31T18:00:00Z",
                        "  title: Holiday",
                        "warning /targets/0/account: The consent ends before.",
                        "  Connect it again.",
                        "It would be taken; nothing was handed in.");
    }

    @Test
    void aBatchIsSentAsItsFileIsNamed() throws IOException {
        Path csv = Files.writeString(folder.resolve("clips.csv"), "title,media\nOne,file:/a.mp4\n");
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips/batch", Answer.json(BATCH))) {
            assertThat(run(gateway, "--batch", csv.toString(), "--key", "k1")).isEqualTo(ExitCode.FAILED);
            assertThat(gateway.requests())
                    .singleElement()
                    .isEqualTo("POST /v1/clips/batch k1 title,media\nOne,file:/a.mp4\n");
        }
        assertThat(new BatchFile(csv).mediaType()).isEqualTo("text/csv");
        assertThat(new BatchFile(Path.of("clips.ndjson")).mediaType()).isEqualTo("application/x-ndjson");
        assertThat(new BatchFile(Path.of("clips.json")).mediaType()).isEqualTo("application/json");
    }

    @Test
    void eachRowOfABatchSaysWhatBecameOfIt() {
        assertThat(BatchFile.table(EventJson.decode(BATCH, BatchView.class)))
                .containsExactly(
                        "ROW  CLIP                                  TITLE",
                        "0    00000000-0000-0000-0000-000000000002  One    taken",
                        "1                                                 /1/title: There is no title. Add one.");
    }

    @Test
    void withoutAFileOrWithTooMuchItIsAUsageError() throws IOException {
        try (FakeGateway gateway = new FakeGateway()) {
            assertThat(run(gateway, "--title", "Holiday")).isEqualTo(ExitCode.USAGE);
            assertThat(run(gateway, "clip.mp4", "--title", "Holiday", "--batch", "clips.csv"))
                    .isEqualTo(ExitCode.USAGE);
            assertThat(gateway.requests()).isEmpty();
        }
    }

    @Test
    void clipsAreListedByFilters() throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips", Answer.json("{\"items\":[]}"))) {
            assertThat(execute(
                            "clips",
                            "--state",
                            "FAILED",
                            "--platform",
                            "youtube",
                            "--due-to",
                            "2031-01-31T18:00:00Z",
                            "--url",
                            gateway.url().toString()))
                    .isZero();
            assertThat(gateway.requests().getFirst())
                    .startsWith("GET /v1/clips?limit=20&dueTo=2031-01-31T18%3A00%3A00Z&platform=youtube&state=FAILED ");
        }
    }

    private int run(FakeGateway gateway, String... words) {
        List<String> all = new ArrayList<>(List.of("submit"));
        all.addAll(List.of(words));
        all.addAll(List.of("--url", gateway.url().toString()));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... words) {
        CommandLine commandLine = Cliprelay.commandLine();
        commandLine.setOut(new PrintWriter(said, true));
        commandLine.setErr(new PrintWriter(said, true));
        return commandLine.execute(words);
    }
}
