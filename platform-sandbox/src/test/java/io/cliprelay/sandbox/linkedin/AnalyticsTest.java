package io.cliprelay.sandbox.linkedin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may read what people made of a post. */
@QuarkusTest
class AnalyticsTest {

    @TestHTTPResource("/")
    URI root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity="
                        + "urn%3Ali%3Aorganization%3A5515715&ugcPosts=List(urn%3Ali%3AugcPost%3A1)",
                "videoAnalytics?q=entity&entity=urn%3Ali%3AugcPost%3A1&type=VIDEO_VIEW",
                "memberCreatorPostAnalytics?q=entity&entity=(ugc:urn%3Ali%3AugcPost%3A1)&queryType=REACTION",
                "memberCreatorVideoAnalytics?q=entity&entity=(ugc:urn%3Ali%3AugcPost%3A1)&queryType=VIDEO_PLAY"
            })
    void aMemberOfASelfServeAppMayReadNothing(String call) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/linkedin/rest/" + call))
                .header("Authorization", "Bearer sandbox-access-demo")
                .header("LinkedIn-Version", "202609")
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ACCESS_DENIED");
    }
}
