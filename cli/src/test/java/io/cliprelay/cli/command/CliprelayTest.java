package io.cliprelay.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
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

    @Test
    void watchAndSettleSayWhatAnIdIs() {
        assertThat(run("watch", "holiday")).isEqualTo(ExitCode.USAGE);
        assertThat(run("settle", "holiday")).isEqualTo(ExitCode.USAGE);
        assertThat(said.toString()).contains("'holiday' is no id").doesNotContain("Exception");
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
