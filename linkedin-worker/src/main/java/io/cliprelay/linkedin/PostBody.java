package io.cliprelay.linkedin;

import java.util.Locale;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.linkedin.wire.PostOrder;
import io.cliprelay.worker.spi.UploadException;

/** What a post says, as text that is the same for the same upload, byte for byte. Plain functions. */
final class PostBody {

    private PostBody() {}

    /**
     * The body of the call that publishes.
     *
     * @param commentary composed and escaped
     * @throws UploadException refused, where LinkedIn has no such visibility
     */
    static String of(String author, String commentary, PostContent content, String video) {
        String title = content.title().isBlank() ? null : content.title();
        return Json.text(PostOrder.of(author, commentary, visibility(author, content), title, video));
    }

    /** Nothing between everybody and a member's connections exists; less than these cannot be asked for. */
    static String visibility(String author, PostContent content) {
        if (content.privacy() != Privacy.PUBLIC) {
            throw refused(
                    "LinkedIn has no %s posts"
                            .formatted(content.privacy().name().toLowerCase(Locale.ROOT)),
                    "Make the clip public; the option visibility=CONNECTIONS shows it to a member's connections only.");
        }
        String wish = content.options().getOrDefault(LinkedInDescriptor.VISIBILITY, "PUBLIC");
        if (wish.equals(LinkedInDescriptor.CONNECTIONS) && Urns.isOrganization(author)) {
            throw refused("An organisation has no connections", "Leave the option visibility out.");
        }
        return wish;
    }

    private static UploadException refused(String message, String fix) {
        return UploadException.refused(
                new UploadFailure.InvalidInput(new UploadFailure.Reason("linkedin.visibility", message, fix)));
    }
}
