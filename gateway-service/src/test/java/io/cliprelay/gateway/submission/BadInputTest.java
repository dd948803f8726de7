package io.cliprelay.gateway.submission;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.Media;
import io.cliprelay.kit.testing.TopicWriter;

import static io.cliprelay.gateway.Gateway.clip;
import static io.cliprelay.gateway.Gateway.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class BadInputTest {

    @TestHTTPResource("/v1/clips")
    URI clips;

    private String before;

    @BeforeEach
    void platformAndAccountAreKnown() {
        Gateway.knowsYoutubeAndDemo();
        before = stored();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void anUnknownPlatform() {
        refused("targets", List.of(Map.of("platform", "myspace")), "/targets/0/platform", "platform.unknown");
    }

    @Test
    void aMissingTitle() {
        refused("title", null, "/title", "title.missing");
    }

    @Test
    void aTitleThatIsTooLong() {
        refused("title", "x".repeat(101), "/title", "title.too-long");
    }

    @Test
    void aTitleWithAngleBrackets() {
        refused("title", "a < b", "/title", "title.forbidden-character");
        refused("title", "a > b", "/title", "title.forbidden-character");
    }

    @Test
    void tagsThatAreTooLongTogether() {
        refused("tags", List.of("x".repeat(250), "y".repeat(250)), "/tags", "tags.too-long");
    }

    @Test
    void noMedia() {
        refused("media", null, "/media", "media.missing");
    }

    @Test
    void aFileThatDoesNotExist() {
        refused("media", Media.root().resolve("none.mp4").toUri().toString(), "/media", "media.not-found");
    }

    @Test
    void anEmptyFile() {
        refused("media", Media.empty().toString(), "/media", "media.empty");
    }

    @Test
    void aDirectory() {
        refused("media", Media.root().toUri().toString(), "/media", "media.not-a-file");
    }

    @Test
    void aFileOutsideTheAllowedRoots(@TempDir Path elsewhere) {
        Path outside = Media.write(elsewhere.resolve("video.mp4"), Media.mp4Bytes());

        refused("media", outside.toUri().toString(), "/media", "media.outside-roots");
    }

    @Test
    void aLinkThatLeadsOutsideTheAllowedRoots(@TempDir Path elsewhere) throws IOException {
        Path outside = Media.write(elsewhere.resolve("video.mp4"), Media.mp4Bytes());
        Path link = Files.createSymbolicLink(Media.root().resolve(UUID.randomUUID() + ".mp4"), outside);

        refused("media", link.toUri().toString(), "/media", "media.outside-roots");
    }

    @Test
    void aFileThatIsNoVideo() {
        refused("media", Media.text().toString(), "/media", "media.not-recognised");
    }

    @Test
    void aVideoThatIsTooLargeForThePlatform() {
        refused("media", Media.mp4(5001).toString(), "/media", "media.too-large");
    }

    @Test
    void anotherSchemeThanFileAndHttps() {
        refused("media", "http://videos.example.org/v.mp4", "/media", "media.scheme.unsupported");
        refused("media", "/videos/v.mp4", "/media", "media.scheme.unsupported");
    }

    @Test
    void aPrivateHost() {
        refused("media", "https://169.254.169.254/latest", "/media", "media.host-not-allowed");
    }

    @Test
    void aThumbnailThatIsNoImage() {
        refused("thumbnail", Media.mp4().toString(), "/thumbnail", "thumbnail.not-recognised");
    }

    @Test
    void aThumbnailThatIsTooLarge() {
        refused("thumbnail", Media.png(2001).toString(), "/thumbnail", "thumbnail.too-large");
    }

    @Test
    void aScheduleInThePast() {
        refused("schedule", Map.of("at", "2020-01-01T00:00:00Z"), "/schedule/at", "schedule.past");
    }

    @Test
    void anAccountThatDoesNotExist() {
        refused(
                "targets",
                List.of(Map.of("platform", "youtube", "account", "nobody")),
                "/targets/0/account",
                "account.unknown");
    }

    @Test
    void malformedJson() {
        problem(submit("{\"title\": ").then(), 400, "body.unreadable")
                .body("errors[0].code", equalTo("json.malformed"));
    }

    @Test
    void anEmptyBody() {
        problem(submit("").then(), 400, "body.unreadable");
        problem(submit("null").then(), 400, "body.unreadable");
    }

    @Test
    void anUnknownField() {
        problem(submit(with("titel", "Holiday")).then(), 400, "body.unreadable")
                .body("errors[0].pointer", equalTo("/titel"))
                .body("errors[0].code", equalTo("field.unknown"));
    }

    @Test
    void anUnknownFieldInATarget() {
        problem(submit(with("targets", List.of(Map.of("plattform", "youtube")))).then(), 400, "body.unreadable")
                .body("errors[0].pointer", equalTo("/targets/0/plattform"));
    }

    @Test
    void aValueOfTheWrongType() {
        problem(submit(with("privacy", "secret")).then(), 400, "body.unreadable")
                .body("errors[0].pointer", equalTo("/privacy"))
                .body("errors[0].code", equalTo("field.type"))
                .body("errors[0].detail", equalTo("\"secret\" cannot stand here."))
                .body("errors[0].fix", equalTo("Send one of: public, unlisted, private."));
        problem(submit(with("title", 5)).then(), 400, "body.unreadable").body("errors[0].pointer", equalTo("/title"));
        problem(submit(with("schedule", Map.of("at", "tomorrow"))).then(), 400, "body.unreadable")
                .body("errors[0].pointer", equalTo("/schedule/at"));
    }

    @Test
    void aClipWhoseTargetsAreTooMuchForOneEvent() {
        List<String> crowd = IntStream.range(0, 10).mapToObj(n -> "crowd-" + n).toList();
        connect(crowd);
        Map<String, Object> clip = with("description", "語".repeat(20_000));
        clip.put(
                "targets",
                crowd.stream()
                        .map(name -> Map.of(
                                "platform", Gateway.PLATFORM, "account", name, "options", Map.of("truncate", "true")))
                        .toList());

        problem(submit(clip).then(), 422, "clip.invalid")
                .body("errors.pointer", equalTo(List.of("/targets")))
                .body("errors.code", equalTo(List.of("clip.too-large")));
    }

    private static void connect(List<String> names) {
        try (TopicWriter workers = TopicWriter.open()) {
            names.forEach(name -> Gateway.connect(workers, Gateway.TENANT, Gateway.PLATFORM, name));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().get("/v1/accounts").then().body("items.name", hasItems(names.toArray(String[]::new))));
    }

    @Test
    void moreWrongFieldsThanAnybodyReads() {
        List<Map<String, String>> targets = IntStream.range(0, 100)
                .mapToObj(n -> Map.of("platform", "nowhere", "title", "\u0001"))
                .toList();

        problem(submit(with("targets", targets)).then(), 422, "clip.invalid").body("errors.size()", equalTo(100));
    }

    @Test
    void aBodyThatIsTooLarge() {
        problem(submit(with("description", "x".repeat(1_100_000))).then(), 413, "body.too-large");
    }

    @Test
    void aBodyThatIsTooLargeWithoutSayingSo() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(clips)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString("{\"description\":\"" + "x".repeat(1_100_000) + "\"}")))
                .build();

        HttpResponse<String> response;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            response = client.send(chunked, HttpResponse.BodyHandlers.ofString());
        }

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(response.body()).contains("body.too-large");
    }

    @Test
    void aBodyWithoutADeclaredLengthIsTakenWhereItIsSmallEnough() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(clips)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString("{\"titel\":1}")))
                .build();

        HttpResponse<String> response;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            response = client.send(chunked, HttpResponse.BodyHandlers.ofString());
        }

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("/titel");
    }

    @Test
    void anotherContentTypeThanJson() {
        problem(
                given().contentType("text/plain")
                        .header("Idempotency-Key", "k")
                        .body("hello")
                        .post("/v1/clips")
                        .then(),
                415,
                "media-type.unsupported");
    }

    @Test
    void noSuchClip() {
        problem(given().get("/v1/clips/" + UUID.randomUUID()).then(), 404, "clip.not-found");
        problem(given().get("/v1/clips/holiday").then(), 404, "clip.not-found");
    }

    @Test
    void noSuchPath() {
        problem(given().get("/v1/nothing").then(), 404, "not-found");
    }

    @Test
    void anotherMethod() {
        problem(given().delete("/v1/clips").then(), 405, "method.not-allowed");
    }

    private static void refused(String field, Object value, String pointer, String code) {
        problem(submit(with(field, value)).then(), 422, "clip.invalid")
                .body("errors.pointer", equalTo(List.of(pointer)))
                .body("errors.code", equalTo(List.of(code)))
                .body("errors.fix", not(hasItem(emptyOrNullString())));
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:cliprelay:problem:" + code));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> changed = new HashMap<>(clip());
        changed.put(field, value);
        return changed;
    }

    private static String stored() {
        return given().queryParam("limit", 1).get("/v1/clips").asString();
    }
}
