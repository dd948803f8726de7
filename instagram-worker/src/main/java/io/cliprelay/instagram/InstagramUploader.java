package io.cliprelay.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.ComposedText;
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
 * Publishes Reels (developers.facebook.com/docs/instagram-platform/content-publishing): a container gets the video, is
 * processed, and becomes a post by a call of its own. Nothing is visible before that call.
 */
@ApplicationScoped
public class InstagramUploader implements PlatformUploader {

    private final Containers containers;
    private final ResumableBytes bytes;
    private final Quota quota;
    private final Publishing publishing;
    private final Inspecting inspecting;
    private final Closing closing;
    private final ReelStatistics statistics;
    private final InstagramConfig config;

    InstagramUploader(
            Containers containers,
            ResumableBytes bytes,
            Quota quota,
            Publishing publishing,
            Inspecting inspecting,
            Closing closing,
            ReelStatistics statistics,
            InstagramConfig config) {
        this.containers = containers;
        this.bytes = bytes;
        this.quota = quota;
        this.publishing = publishing;
        this.inspecting = inspecting;
        this.closing = closing;
        this.statistics = statistics;
        this.config = config;
    }

    @Override
    public PlatformDescriptor descriptor() {
        return InstagramDescriptor.of(config);
    }

    @Override
    public List<Limit> limits() {
        return InstagramLimits.all();
    }

    @Override
    public List<Charge> charges(Call call) {
        return InstagramLimits.of(call);
    }

    @Override
    public Uni<Opening> open(UploadRequest request) {
        return Uni.createFrom()
                .item(() -> order(request))
                .call(order -> quota.requireSome(request))
                .chain(order -> containers.open(request, order));
    }

    private Map<String, String> order(UploadRequest request) {
        String caption = ComposedText.of(descriptor(), request.content()).field(InstagramDescriptor.CAPTION);
        return ReelOrder.of(request.content(), caption, Login.of(request.account()), config);
    }

    @Override
    public Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle) {
        return containers.status(request, handle);
    }

    /** What Meta fetches by itself is not sent at all. */
    @Override
    public boolean sendsInOrder(UploadRequest request) {
        return !ReelOrder.isFetched(request.content().media(), Login.of(request.account()));
    }

    /** There are no chunks: one request carries all that is left. */
    @Override
    public long rangeSize(RemoteHandle handle, long offset, long total) {
        return total - offset;
    }

    @Override
    public Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range) {
        return bytes.send(request, handle, range);
    }

    @Override
    public Uni<String> publish(UploadRequest request, RemoteHandle handle) {
        return publishing.publish(request, handle);
    }

    @Override
    public Uni<Finding> find(UploadRequest request, RemoteHandle handle, Optional<Instant> intendedAt) {
        return publishing.find(request, handle);
    }

    @Override
    public Uni<Inspection> inspect(UploadRequest request, String postId) {
        return inspecting.inspect(request, postId);
    }

    @Override
    public Uni<Void> complete(UploadRequest request, String postId, Optional<MediaRange> thumbnail) {
        return closing.complete(request, postId);
    }

    @Override
    public Uni<Statistics> statistics(UploadRequest request, String postId) {
        return statistics.of(request, postId);
    }
}
