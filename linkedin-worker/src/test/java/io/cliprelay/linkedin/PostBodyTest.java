package io.cliprelay.linkedin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.linkedin.testing.Configured;
import io.cliprelay.worker.spi.ComposedText;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a post says. */
class PostBodyTest {

    private static final String MEMBER = "urn:li:person:782bbtaQ";
    private static final String PAGE = "urn:li:organization:5515715";

    @Test
    void reservedCharactersAreEscapedAndHashtagsTakeTheirTemplate() {
        String commentary = commentary(content("a (b) \\ c|d {e} [f] <g> @h *i* _j_ ~k", Privacy.PUBLIC, Map.of()));

        assertThat(commentary)
                .isEqualTo("a \\(b\\) \\\\ c\\|d \\{e\\} \\[f\\] \\<g\\> \\@h \\*i\\* \\_j\\_ \\~k\n\n"
                        + "{hashtag|\\#|one} {hashtag|\\#|TwoWords}");
    }

    @Test
    void theBodyIsTheSameByteForByte() {
        PostContent content = content("Title", Privacy.PUBLIC, Map.of());

        assertThat(PostBody.of(MEMBER, "Text", content, "urn:li:video:C5"))
                .isEqualTo("{\"author\":\"urn:li:person:782bbtaQ\",\"commentary\":\"Text\",\"visibility\":\"PUBLIC\","
                        + "\"distribution\":{\"feedDistribution\":\"MAIN_FEED\",\"targetEntities\":[],"
                        + "\"thirdPartyDistributionChannels\":[]},"
                        + "\"content\":{\"media\":{\"title\":\"Title\",\"id\":\"urn:li:video:C5\"}},"
                        + "\"lifecycleState\":\"PUBLISHED\",\"isReshareDisabledByAuthor\":false}");
    }

    @Test
    void aClipWithoutTitleHasNone() {
        assertThat(PostBody.of(MEMBER, "", content("", Privacy.PUBLIC, Map.of()), "urn:li:video:C5"))
                .doesNotContain("title");
    }

    @Test
    void onlyAMembersPostCanBeForConnections() {
        PostContent content = content("Title", Privacy.PUBLIC, Map.of("visibility", "CONNECTIONS"));

        assertThat(PostBody.visibility(MEMBER, content)).isEqualTo("CONNECTIONS");
        assertThatThrownBy(() -> PostBody.visibility(PAGE, content)).isInstanceOf(UploadException.class);
    }

    @Test
    void whatIsNotPublicIsRefused() {
        for (Privacy privacy : List.of(Privacy.PRIVATE, Privacy.UNLISTED)) {
            assertThatThrownBy(() -> PostBody.visibility(MEMBER, content("Title", privacy, Map.of())))
                    .isInstanceOf(UploadException.class)
                    .hasMessageContaining("linkedin.visibility");
        }
    }

    private static String commentary(PostContent content) {
        return ComposedText.of(LinkedInDescriptor.of(Configured.with(Map.of())), content)
                .field(LinkedInDescriptor.COMMENTARY);
    }

    private static PostContent content(String title, Privacy privacy, Map<String, String> options) {
        var media = new MediaReference(
                URI.create("file:///clip.mp4"), Optional.empty(), Optional.empty(), Optional.empty());
        return new PostContent(media, title, "", List.of("one", "two words"), privacy, Optional.empty(), options);
    }
}
