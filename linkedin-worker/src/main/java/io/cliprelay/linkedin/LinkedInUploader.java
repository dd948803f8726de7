package io.cliprelay.linkedin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.Opening;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * Publishes to LinkedIn, as a member or an organisation: a video is uploaded in parts and processed, and then a call of
 * its own makes a post of it
 * (learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api and posts-api).
 */
@ApplicationScoped
public class LinkedInUploader implements PlatformUploader {

    private final Videos videos;
    private final Parts parts;
    private final Posts posts;
    private final PostStatistics statistics;
    private final LinkedInConfig config;

    LinkedInUploader(Videos videos, Parts parts, Posts posts, PostStatistics statistics, LinkedInConfig config) {
        this.videos = videos;
        this.parts = parts;
        this.posts = posts;
        this.statistics = statistics;
        this.config = config;
    }

    @Override
    public PlatformDescriptor descriptor() {
        return LinkedInDescriptor.of(config);
    }

    @Override
    public List<Limit> limits() {
        return LinkedInLimits.all();
    }

    /** What cannot be posted as it was asked for is refused before its bytes are sent. */
    @Override
    public Uni<Opening> open(UploadRequest request) {
        return Uni.createFrom().deferred(() -> {
            Drafts.requireNone(request.mode());
            PostBody.visibility(Urns.author(request), request.content());
            return videos.open(request);
        });
    }

    @Override
    public Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle) {
        return videos.status(request, handle);
    }

    @Override
    public boolean sendsInOrder(UploadRequest request) {
        return config.parallelParts() == 1;
    }

    @Override
    public long rangeSize(RemoteHandle handle, long offset, long total) {
        return VideoTicket.of(handle).lengthOf(config.parallelParts(), offset);
    }

    @Override
    public Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range) {
        return parts.send(handle, range);
    }

    @Override
    public Uni<SessionStatus> finish(UploadRequest request, RemoteHandle handle) {
        return videos.finish(request, handle);
    }

    @Override
    public Uni<String> publish(UploadRequest request, RemoteHandle handle) {
        return Uni.createFrom().deferred(() -> posts.publish(request, handle));
    }

    @Override
    public Uni<Finding> find(UploadRequest request, RemoteHandle handle, Optional<Instant> intendedAt) {
        return Uni.createFrom().deferred(() -> posts.find(request, handle, intendedAt));
    }

    @Override
    public Uni<Inspection> inspect(UploadRequest request, String postId) {
        return Uni.createFrom().deferred(() -> posts.inspect(request, postId));
    }

    @Override
    public Uni<Statistics> statistics(UploadRequest request, String postId) {
        return statistics.of(request, postId);
    }

    /** Nothing: the thumbnail went with the video. */
    @Override
    public Uni<Void> complete(UploadRequest request, String postId, Optional<MediaRange> thumbnail) {
        return Uni.createFrom().voidItem();
    }
}
