package io.cliprelay.youtube;

import java.util.Optional;

import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.youtube.wire.VideoCounts;

/**
 * What {@code part=statistics} says of a video (developers.google.com/youtube/v3/docs/videos#statistics): counts as
 * texts, likes and comments left out where they are hidden or closed, and never how often a video was shared. Plain
 * functions.
 */
final class YouTubeStatistics {

    private YouTubeStatistics() {}

    /** A video that is not listed is gone: its owner's token sees private ones, too. */
    static Statistics of(VideoCounts videos, String id) {
        return videos.items().stream()
                .filter(video -> id.equals(video.id()))
                .findFirst()
                .map(YouTubeStatistics::counts)
                .orElseGet(Statistics.Missing::new);
    }

    private static Statistics counts(VideoCounts.Video video) {
        VideoCounts.Counts told = video.statistics();
        return told == null
                ? new Statistics.Untold()
                : new Statistics.Counts(
                        Optional.ofNullable(told.viewCount()),
                        Optional.ofNullable(told.likeCount()),
                        Optional.ofNullable(told.commentCount()),
                        Optional.empty());
    }
}
