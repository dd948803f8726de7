package io.cliprelay.tiktok;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cliprelay.contracts.clip.PostContent;

/** The one text that a video has on TikTok: title, description and hashtags. Plain functions. */
final class Caption {

    private Caption() {}

    static String of(PostContent content) {
        String caption = Stream.of(content.title(), content.description(), hashtags(content.tags()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
        if (caption.length() > TikTokDescriptor.LONGEST_CAPTION) {
            throw PostRules.invalid(
                    "tiktok.caption-too-long",
                    "Title, description and tags have %d characters together; TikTok takes %d"
                            .formatted(caption.length(), TikTokDescriptor.LONGEST_CAPTION),
                    "Make the texts shorter.");
        }
        return caption;
    }

    private static String hashtags(List<String> tags) {
        return tags.stream()
                .map(tag -> "#" + tag.replaceAll("[^\\p{L}\\p{N}_]", ""))
                .filter(tag -> tag.length() > 1)
                .collect(Collectors.joining(" "));
    }
}
