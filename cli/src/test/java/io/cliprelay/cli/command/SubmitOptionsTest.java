package io.cliprelay.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import io.cliprelay.cli.api.FakeGateway;
import io.cliprelay.cli.api.FakeGateway.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What the options of submit come to. */
class SubmitOptionsTest {

    private static final String CLIP = """
            {"id":"00000000-0000-0000-0000-000000000002","title":"Holiday","uploads":[
             {"id":"00000000-0000-0000-0000-000000000001","platform":"youtube","account":"demo","state":"PUBLISHED"}]}
            """;

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void submitSendsWhatTheOptionsSay() throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips", Answer.json(CLIP))) {
            Path file = folder.resolve("my clip.mp4");
            assertThat(run(
                            "submit",
                            file.toString(),
                            "--title",
                            "Holiday",
                            "--tags",
                            "a,b",
                            "--privacy",
                            "unlisted",
                            "--to",
                            "youtube:demo,other",
                            "--at",
                            "2026-12-01T18:00:00Z",
                            "--key",
                            "k1",
                            "--url",
                            gateway.url().toString()))
                    .isZero();
            assertThat(gateway.requests())
                    .singleElement()
                    .asString()
                    .startsWith("POST /v1/clips k1 ")
                    .contains(file.toUri().toString(), "\"title\":\"Holiday\"", "\"tags\":[\"a\",\"b\"]")
                    .contains("\"privacy\":\"unlisted\"", "\"at\":\"2026-12-01T18:00:00Z\"")
                    .contains("\"platform\":\"youtube\"", "\"account\":\"demo\"", "\"platform\":\"other\"");
        }
    }

    @Test
    void submitSaysWhenAsPeopleMeanIt() throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips", Answer.json(CLIP))) {
            assertThat(submit(
                            gateway,
                            "--at",
                            "2026-12-01T18:00",
                            "--zone",
                            "Europe/Berlin",
                            "--priority",
                            "urgent",
                            "--not-after",
                            "2026-12-02T06:00:00Z",
                            "--stagger",
                            "10m",
                            "--jitter",
                            "2m",
                            "--wait-for-first"))
                    .isZero();
            assertThat(gateway.requests())
                    .singleElement()
                    .asString()
                    .contains("\"schedule\":{\"local\":\"2026-12-01T18:00\",\"zone\":\"Europe/Berlin\"}")
                    .contains("\"priority\":\"urgent\"", "\"notAfter\":\"2026-12-02T06:00:00Z\"")
                    .contains("\"gap\":\"PT10M\",\"jitter\":\"PT2M\",\"waitForFirst\":true");
        }
    }

    @Test
    void submitTakesTheNextSlot() throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips", Answer.json(CLIP))) {
            assertThat(submit(gateway, "--slot", "next")).isZero();
            assertThat(gateway.requests()).singleElement().asString().contains("\"schedule\":{\"slot\":\"next\"}");
        }
    }

    @Test
    void aZoneWithoutALocalTimeIsAUsageError() throws IOException {
        try (FakeGateway gateway = new FakeGateway()) {
            assertThat(submit(gateway, "--zone", "Europe/Berlin")).isNotZero();
            assertThat(submit(gateway, "--at", "+10m", "--zone", "Europe/Berlin"))
                    .isNotZero();
            assertThat(said.toString()).contains("--zone goes with a local time");
            assertThat(gateway.requests()).isEmpty();
        }
    }

    @Test
    void submitDeclaresTheDigestThatIsGivenOrComputed() throws IOException {
        Path file = Files.writeString(folder.resolve("clip.mp4"), "as good as a video");
        String digest = "4bb0df81c67aad9e356ee4c7e75626cce22fad99cdffa0d09e8a86a639e23b59";

        assertThat(declared(file, digest.toUpperCase(Locale.ROOT))).contains("\"sha256\":\"" + digest + "\"");
        assertThat(declared(file, "compute")).contains("\"sha256\":\"" + digest + "\"");
    }

    @Test
    void submitRefusesADigestThatIsNone() {
        assertThat(run("submit", "a.mp4", "--title", "T", "--sha256", "abc")).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("'abc' is no SHA-256");
    }

    @Test
    void submitCannotComputeTheDigestOfWhatIsNotThere() {
        assertThat(run(
                        "submit",
                        folder.resolve("none.mp4").toString(),
                        "--title",
                        "T",
                        "--to",
                        "youtube",
                        "--sha256",
                        "compute",
                        "--url",
                        "http://127.0.0.1:1"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(said.toString()).contains("cannot be computed");
    }

    private String declared(Path file, String sha256) throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips", Answer.json(CLIP))) {
            String url = gateway.url().toString();
            assertThat(run(
                            "submit",
                            file.toString(),
                            "--title",
                            "T",
                            "--to",
                            "youtube",
                            "--sha256",
                            sha256,
                            "--url",
                            url))
                    .isZero();
            return gateway.requests().getLast();
        }
    }

    @Test
    void submitWithoutATargetTakesTheOnlyAccount() throws IOException {
        try (FakeGateway gateway = new FakeGateway()
                .answering("/v1/clips", Answer.json(CLIP))
                .answering(
                        "/v1/accounts",
                        Answer.json("{\"items\":[{\"id\":\"1\",\"platform\":\"youtube\",\"name\":\"demo\"}]}"))) {
            assertThat(run(
                            "submit",
                            "a.mp4",
                            "--title",
                            "T",
                            "--url",
                            gateway.url().toString()))
                    .isZero();
            assertThat(gateway.requests().getLast()).contains("\"account\":\"demo\"");
        }
    }

    @Test
    void submitWithoutATargetAsksWhereThereAreSeveralAccounts() throws IOException {
        String accounts = "{\"items\":[{\"id\":\"1\",\"platform\":\"youtube\",\"name\":\"a\"},"
                + "{\"id\":\"2\",\"platform\":\"youtube\",\"name\":\"b\"}]}";
        try (FakeGateway gateway = new FakeGateway().answering("/v1/accounts", Answer.json(accounts))) {
            assertThat(run(
                            "submit",
                            "a.mp4",
                            "--title",
                            "T",
                            "--url",
                            gateway.url().toString()))
                    .isEqualTo(ExitCode.FAILED);
            assertThat(said.toString()).contains("--to").contains("youtube:a, youtube:b");
        }
    }

    @Test
    void anAddressThatIsNoneIsAUsageError() {
        assertThat(run("submit", "https://host/my clip.mp4", "--title", "T")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains("write a space as %20");
    }

    private int submit(FakeGateway gateway, String... options) {
        Path file = folder.resolve("my clip.mp4");
        List<String> arguments = new ArrayList<>(List.of("submit", file.toString(), "--title", "Holiday"));
        arguments.addAll(List.of("--to", "youtube", "--url", gateway.url().toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        CommandLine commandLine = Cliprelay.commandLine();
        commandLine.setOut(new PrintWriter(said));
        commandLine.setErr(new PrintWriter(said));
        return commandLine.execute(arguments);
    }
}
