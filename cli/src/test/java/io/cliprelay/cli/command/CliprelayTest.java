package io.cliprelay.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import io.cliprelay.cli.api.FakeGateway;
import io.cliprelay.cli.api.FakeGateway.Answer;
import io.cliprelay.cli.api.GatewayClient;

import static org.assertj.core.api.Assertions.assertThat;

class CliprelayTest {

    private static final String CLIP = """
            {"id":"00000000-0000-0000-0000-000000000002","title":"Holiday","uploads":[
             {"id":"00000000-0000-0000-0000-000000000001","platform":"youtube","account":"demo","state":"PUBLISHED"}]}
            """;

    private static final String ID = "00000000-0000-0000-0000-000000000003";

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "down",
                "status",
                "logs",
                "submit",
                "watch",
                "why",
                "reschedule",
                "pause",
                "resume",
                "cancel",
                "retry",
                "clips",
                "settle",
                "stats",
                "analytics",
                "slots",
                "keys",
                "webhooks",
                "dlq",
                "demo",
                "reset"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(said.toString()).contains("Usage: cliprelay " + command).contains("--help");
    }

    @Test
    void aCommandThatIsNoneIsAUsageError() {
        assertThat(run("upload")).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("upload");
    }

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

    @ParameterizedTest
    @CsvSource({
        "cancel, DELETE /v1/clips/",
        "pause, POST /v1/clips/*/pause",
        "resume, POST /v1/clips/*/resume",
        "retry, POST /v1/uploads/*/retry"
    })
    void aChangeIsAskedForAndItsAnswerTold(String command, String request) throws IOException {
        String answer = """
                {"uploads":[{"done":true,"upload":%1$s},
                            {"done":false,"upload":%1$s,"why":{"code":"upload.out","message":"It is out","fix":"Too late"}}]}
                """.formatted(
                "{\"id\":\"%s\",\"platform\":\"youtube\",\"account\":\"demo\",\"state\":\"QUEUED\"}".formatted(ID));
        try (FakeGateway gateway = new FakeGateway().answering("/v1", Answer.json(answer))) {
            assertThat(run(command, ID, "--url", gateway.url().toString())).isEqualTo(ExitCode.FAILED);
            assertThat(gateway.requests()).singleElement().asString().startsWith(request.replace("*", ID));
        }
    }

    @Test
    void aClipIsGivenAnotherTime() throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips/" + ID, Answer.json(CLIP))) {
            assertThat(run(
                            "reschedule",
                            ID,
                            "--at",
                            "2026-12-01T18:00:00Z",
                            "--url",
                            gateway.url().toString()))
                    .isZero();
            assertThat(gateway.requests())
                    .singleElement()
                    .asString()
                    .startsWith("PATCH /v1/clips/" + ID)
                    .contains("{\"schedule\":{\"at\":\"2026-12-01T18:00:00Z\"}}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            --at 2026-12-01T18:00 --zone Europe/Berlin | {"local":"2026-12-01T18:00","zone":"Europe/Berlin"}
            --slot next                                | {"slot":"next"}
            """)
    void aClipIsGivenATimeOnAWallOrInASlot(String options, String schedule) throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips/" + ID, Answer.json(CLIP))) {
            List<String> arguments = new ArrayList<>(List.of("reschedule", ID));
            arguments.addAll(List.of(options.split(" ")));
            arguments.addAll(List.of("--url", gateway.url().toString()));

            assertThat(run(arguments.toArray(String[]::new))).isZero();
            assertThat(gateway.requests()).singleElement().asString().contains("{\"schedule\":" + schedule + "}");
        }
    }

    @Test
    void aNewTimeHasToBeNamed() {
        assertThat(run("reschedule", ID)).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void whyAsksForTheExplanationAndTheAttempts() throws IOException {
        String why = """
                {"uploadId":"%s","state":"HELD","attempt":1,"since":"2026-12-01T18:00:00Z",
                 "waitsFor":{"code":"held.account","message":"It ran out","fix":"Connect it again"}}
                """.formatted(ID);
        String attempts = "{\"items\":[{\"attempt\":1,\"orderedAt\":\"2026-12-01T18:00:00Z\"}]}";
        try (FakeGateway gateway = new FakeGateway()
                .answering("/v1/uploads/" + ID + "/explanation", Answer.json(why))
                .answering("/v1/uploads/" + ID + "/attempts", Answer.json(attempts))) {
            assertThat(run("why", ID, "--url", gateway.url().toString())).isZero();
            assertThat(gateway.requests()).hasSize(2);
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
    void slotsAreSetAndShown() throws IOException {
        String plans = """
                {"items":[{"slots":[{"days":["TUESDAY","THURSDAY"],"time":"18:00","zone":"Europe/Berlin"}],
                           "next":["2026-12-01T17:00:00Z"]}]}
                """;
        String plan = "{\"slots\":[],\"next\":[]}";
        try (FakeGateway gateway = new FakeGateway()
                .answering("/v1/slots", Answer.json(plan), Answer.json(plans))
                .answering("/v1/accounts", Answer.json("{\"items\":[]}"))) {
            assertThat(run(
                            "slots",
                            "tue,thu 18:00 Europe/Berlin",
                            "--url",
                            gateway.url().toString()))
                    .isZero();
            assertThat(gateway.requests().getFirst())
                    .startsWith("PUT /v1/slots")
                    .contains(
                            "\"days\":[\"TUESDAY\",\"THURSDAY\"]", "\"time\":\"18:00\"", "\"zone\":\"Europe/Berlin\"");
        }
    }

    private int submit(FakeGateway gateway, String... options) {
        Path file = folder.resolve("my clip.mp4");
        List<String> arguments = new ArrayList<>(List.of("submit", file.toString(), "--title", "Holiday"));
        arguments.addAll(List.of("--to", "youtube", "--url", gateway.url().toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void submitDeclaresTheDigestThatIsGivenOrComputed() throws IOException {
        Path file = Files.writeString(folder.resolve("clip.mp4"), "as good as a video");
        String digest = "4bb0df81c67aad9e356ee4c7e75626cce22fad99cdffa0d09e8a86a639e23b59";

        assertThat(declared(file, digest.toUpperCase(Locale.ROOT))).contains("\"sha256\":\"" + digest + "\"");
        assertThat(declared(file, "compute")).contains("\"sha256\":\"" + digest + "\"");
    }

    @Test
    void watchAndSettleSayWhatAnIdIs() {
        assertThat(run("watch", "holiday")).isEqualTo(ExitCode.USAGE);
        assertThat(run("settle", "holiday")).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("'holiday' is no id").doesNotContain("Exception");
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

    @Test
    void whatIsUnconfirmedSaysHowToSettleIt() throws IOException {
        try (FakeGateway gateway = new FakeGateway()
                .answering(
                        "/v1/clips", Answer.json("{\"items\":[" + CLIP.replace("PUBLISHED", "UNCONFIRMED") + "]}"))) {
            assertThat(ClipsCommand.table(new GatewayClient(gateway.url())
                            .clips(1, Optional.empty())
                            .items()))
                    .last()
                    .asString()
                    .contains("./cliprelay settle ");
        }
    }

    @Test
    void watchSucceedsIfAllEndedAsWished() throws IOException {
        String id = "00000000-0000-0000-0000-000000000002";
        try (FakeGateway drafted =
                new FakeGateway().answering("/v1/clips", Answer.json(CLIP.replace("PUBLISHED", "DRAFTED")))) {
            assertThat(run("watch", id, "--url", drafted.url().toString())).isZero();
        }
    }

    @Test
    void watchSucceedsOnlyIfAllWasPublished() throws IOException {
        String id = "00000000-0000-0000-0000-000000000002";
        try (FakeGateway published = new FakeGateway().answering("/v1/clips", Answer.json(CLIP));
                FakeGateway failed =
                        new FakeGateway().answering("/v1/clips", Answer.json(CLIP.replace("PUBLISHED", "FAILED")))) {
            assertThat(run("watch", id, "--url", published.url().toString())).isZero();
            assertThat(run("watch", id, "--url", failed.url().toString())).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void aKeyIsMadeListedAndEnded() throws IOException {
        String key = "{\"id\":\"00000000-0000-0000-0000-000000000003\",\"name\":\"farm\",\"mode\":\"test\","
                + "\"scopes\":[\"submit\"],\"hint\":\"crk_test_ab\"}";
        try (FakeGateway gateway = new FakeGateway()
                .answering(
                        "/v1/keys",
                        Answer.json("{\"key\":" + key + ",\"secret\":\"crk_test_abc\"}"),
                        Answer.json("{\"items\":[" + key + "]}"))) {
            String url = gateway.url().toString();
            assertThat(run("keys", "--url", url, "create", "farm", "--scopes", "submit,read", "--test"))
                    .isZero();
            assertThat(run("keys", "--url", url)).isZero();
            assertThat(run("keys", "--url", url, "revoke", "00000000-0000-0000-0000-000000000003"))
                    .isZero();
            assertThat(gateway.requests().get(0))
                    .startsWith("POST /v1/keys ")
                    .contains("\"mode\":\"test\"", "\"scopes\":[\"submit\",\"read\"]");
            assertThat(gateway.requests().get(1)).startsWith("GET /v1/keys ");
            assertThat(gateway.requests().get(2)).startsWith("DELETE /v1/keys/00000000-");
        }
    }

    @Test
    void aWebhookIsMadeTestedAndItsDeliveriesAreShown() throws IOException {
        String id = "00000000-0000-0000-0000-000000000004";
        String endpoint = "{\"id\":\"" + id + "\",\"url\":\"https://a.example/\",\"types\":[],\"paused\":false}";
        try (FakeGateway gateway = new FakeGateway()
                .answering(
                        "/v1/webhooks",
                        Answer.json("{\"endpoint\":" + endpoint + ",\"secret\":\"whsec_1\"}"),
                        Answer.json("{\"items\":[" + endpoint + "]}"),
                        Answer.json("{\"eventId\":\"msg_1\"}"),
                        Answer.json("{\"items\":[]}"),
                        Answer.json("{\"deliveries\":2}"))) {
            String url = gateway.url().toString();
            assertThat(run("webhooks", "--url", url, "create", "https://a.example/", "--types", "upload.failed"))
                    .isZero();
            assertThat(run("webhooks", "--url", url)).isZero();
            assertThat(run("webhooks", "--url", url, "test", id)).isZero();
            assertThat(run("webhooks", "--url", url, "deliveries", id)).isZero();
            assertThat(run(
                            "webhooks",
                            "--url",
                            url,
                            "replay",
                            id,
                            "--since",
                            "2026-12-01T18:00:00Z",
                            "--until",
                            "2026-12-01T19:00:00Z"))
                    .isZero();
            assertThat(gateway.requests().get(0))
                    .startsWith("POST /v1/webhooks ")
                    .contains("upload.failed");
            assertThat(gateway.requests().get(2)).startsWith("POST /v1/webhooks/" + id + "/test ");
            assertThat(gateway.requests().get(4))
                    .contains("\"from\":\"2026-12-01T18:00:00Z\"", "\"to\":\"2026-12-01T19:00:00Z\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"pause, true", "resume, false"})
    void aWebhookIsPausedAndResumed(String command, boolean paused) throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/webhooks/" + ID, Answer.json("{}"))) {
            assertThat(run("webhooks", "--url", gateway.url().toString(), command, ID))
                    .isZero();
            assertThat(gateway.requests())
                    .singleElement()
                    .asString()
                    .startsWith("PATCH /v1/webhooks/" + ID)
                    .contains("{\"paused\":" + paused + "}");
        }
    }

    private int run(String... arguments) {
        CommandLine commandLine = Cliprelay.commandLine();
        commandLine.setOut(new PrintWriter(said));
        commandLine.setErr(new PrintWriter(said));
        return commandLine.execute(arguments);
    }
}
