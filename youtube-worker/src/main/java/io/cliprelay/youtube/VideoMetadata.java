package io.cliprelay.youtube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.platform.Composition;
import io.cliprelay.worker.spi.ComposedText;
import io.cliprelay.worker.spi.UploadRequest;
import io.cliprelay.youtube.wire.VideoResource;

/** How a clip's text and settings become a video's. Plain functions. */
final class VideoMetadata {

    private VideoMetadata() {}

    /** Throws {@link io.cliprelay.worker.spi.UploadException} where the text does not fit. */
    static VideoResource of(UploadRequest request, YouTubeConfig config, Instant now) {
        PostContent content = request.content();
        Visibility visibility = Visibility.of(content, request.mode(), now);
        Composition.Fitting text = ComposedText.of(YouTubeDescriptor.of(config), content);
        Map<String, String> options = content.options();
        return new VideoResource(
                null,
                new VideoResource.Snippet(
                        text.field(YouTubeDescriptor.TITLE),
                        text.field(YouTubeDescriptor.DESCRIPTION),
                        tags(request, text.tags()),
                        options.getOrDefault(YouTubeDescriptor.CATEGORY, config.categoryId()),
                        options.get(YouTubeDescriptor.LANGUAGE)),
                new VideoResource.Status(
                        // Always sent: a video without it becomes public.
                        visibility.privacy().name().toLowerCase(Locale.ROOT),
                        visibility.publishAt().map(Instant::toString).orElse(null),
                        Boolean.valueOf(options.get(YouTubeDescriptor.MADE_FOR_KIDS)),
                        Boolean.valueOf(options.get(YouTubeDescriptor.SYNTHETIC_MEDIA)),
                        null,
                        null,
                        null));
    }

    private static List<String> tags(UploadRequest request, List<String> ofClip) {
        List<String> tags = new ArrayList<>(ofClip);
        tags.add(UploadMarker.of(request.upload().uploadId()).tag());
        return tags;
    }
}
