package io.cliprelay.cli.api;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.cliprelay.cli.api.FakeGateway.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatewayClientTest {

    private static final String PROBLEM = """
            {"type":"urn:cliprelay:problem:clip.invalid","title":"The clip is not valid","status":400,
             "detail":"1 field is wrong","code":"clip.invalid","category":"invalid-input","retryable":false,
             "errors":[{"pointer":"/title","code":"title.too-long","detail":"has 120 characters, YouTube takes 100",
                        "fix":"shorten it by 20"}]}
            """;

    @Test
    void aRefusalNamesEachFieldAndWhatToDo() throws IOException {
        try (FakeGateway gateway =
                new FakeGateway().answering("/v1/clips", new Answer(400, "application/problem+json", PROBLEM))) {
            assertThatThrownBy(() -> new GatewayClient(gateway.url()).clips(20, Optional.empty()))
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContainingAll(
                            "The clip is not valid (HTTP 400, clip.invalid)",
                            "/title: has 120 characters, YouTube takes 100",
                            "shorten it by 20");
        }
    }

    @Test
    void anAnswerWithoutAProblemIsShownAsItIs() throws IOException {
        try (FakeGateway gateway =
                new FakeGateway().answering("/v1/accounts", new Answer(502, "text/html", "<h1>Bad Gateway</h1>"))) {
            assertThatThrownBy(() -> new GatewayClient(gateway.url()).accounts())
                    .hasMessageContainingAll("GET", "/v1/accounts", "HTTP 502", "Bad Gateway");
        }
    }

    @Test
    void aGatewayThatIsNotThereIsNamedWithWhatToDo() {
        GatewayClient client = new GatewayClient(URI.create("http://127.0.0.1:1"));
        assertThatThrownBy(client::accounts)
                .isInstanceOf(GatewayException.class)
                .hasMessageContainingAll("http://127.0.0.1:1", "./cliprelay up");
    }

    @Test
    void theCursorIsSentAsOneValue() throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips", Answer.json("{\"items\":[]}"))) {
            assertThat(new GatewayClient(gateway.url())
                            .clips(5, Optional.of("a&b="))
                            .items())
                    .isEmpty();
            assertThat(gateway.requests().getFirst()).contains("limit=5&cursor=a%26b%3D");
        }
    }

    @Test
    void aKeyGoesWithEachRequest() throws IOException {
        try (FakeGateway gateway = new FakeGateway().answering("/v1/clips", Answer.json("{\"items\":[]}"))) {
            new GatewayClient(gateway.url(), Optional.of("crk_test_1")).clips(1, Optional.empty());
            new GatewayClient(gateway.url(), Optional.empty()).clips(1, Optional.empty());
            assertThat(gateway.authorizations()).containsExactly("Bearer crk_test_1", "");
        }
    }
}
