package io.cliprelay.tiktok;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.tiktok.wire.PublishBegun;
import io.cliprelay.tiktok.wire.PublishOrder;
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
import io.cliprelay.worker.spi.UploadRequest;

/**
 * Publishes to TikTok by its Content Posting API: a post is begun with all its settings, gets its bytes, and is then
 * published by TikTok itself (developers.tiktok.com/doc/content-posting-api-reference-direct-post). A draft goes the
 * same way and ends in the user's inbox.
 */
@ApplicationScoped
public class TikTokUploader implements PlatformUploader {

    private final TikTokApi api;
    private final Creators creators;
    private final Sessions sessions;
    private final PublicVideos videos;
    private final TikTokConfig config;
    private final InstantSource clock;

    TikTokUploader(
            @RestClient TikTokApi api,
            Creators creators,
            Sessions sessions,
            PublicVideos videos,
            TikTokConfig config,
            InstantSource clock) {
        this.api = api;
        this.creators = creators;
        this.sessions = sessions;
        this.videos = videos;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public PlatformDescriptor descriptor() {
        return TikTokDescriptor.of(config);
    }

    @Override
    public boolean lastByteMayPublish() {
        return true;
    }

    @Override
    public List<Limit> limits() {
        return TikTokLimits.all();
    }

    @Override
    public List<Charge> charges(Call call) {
        return TikTokLimits.of(call);
    }

    @Override
    public Uni<Opening> open(UploadRequest request) {
        ChunkPlan plan = ChunkPlan.of(request.totalBytes(), ChunkSizes.of(config));
        return begin(request, plan).map(answer -> opening(answer, plan));
    }

    /** One beginning whose answer is lost has no address for bytes, and so never becomes a post. */
    private Uni<RestResponse<String>> begin(UploadRequest request, ChunkPlan plan) {
        return switch (request.mode()) {
            case DRAFT ->
                Calls.answeredSoon(api.beginDraft(request.token().bearer(), new PublishOrder(null, plan.source())));
            case PUBLISH ->
                order(request, plan)
                        .chain(order ->
                                Calls.answeredSoon(api.beginPost(request.token().bearer(), order)));
        };
    }

    private Uni<PublishOrder> order(UploadRequest request, ChunkPlan plan) {
        return creators.info(request)
                .invoke(creator -> PostRules.requireShortEnough(request.duration(), creator))
                .map(creator -> PostRules.postInfo(caption(request), request.content(), creator, config.audited()))
                .map(post -> new PublishOrder(post, plan.source()));
    }

    private String caption(UploadRequest request) {
        return ComposedText.of(descriptor(), request.content()).field(TikTokDescriptor.CAPTION);
    }

    private Opening opening(RestResponse<String> answer, ChunkPlan plan) {
        PublishBegun begun = Reply.of(answer).as(PublishBegun.class, clock.instant());
        UploadTicket ticket = UploadHosts.checked(begun, plan, config.uploadHosts());
        return Opening.waiting(new RemoteHandle(ticket.text(), clock.instant()));
    }

    @Override
    public long rangeSize(RemoteHandle handle, long offset, long total) {
        return UploadTicket.of(handle).plan().rangeAt(offset);
    }

    @Override
    public Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle) {
        return sessions.status(request, handle);
    }

    @Override
    public Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range) {
        return sessions.send(request, handle, range);
    }

    @Override
    public Uni<Finding> find(UploadRequest request, RemoteHandle handle, Optional<Instant> intendedAt) {
        return videos.find(request, caption(request), handle.openedAt());
    }

    @Override
    public Uni<Inspection> inspect(UploadRequest request, String postId) {
        return PublicVideos.isVideo(postId) ? videos.inspect(request, postId) : inspectPublication(request, postId);
    }

    private Uni<Inspection> inspectPublication(UploadRequest request, String publishId) {
        return sessions.standing(request, publishId)
                .chain(standing -> standing instanceof Standing.Posted
                        ? creators.permalinks(request).map(links -> standing.inspection(publishId, links))
                        : Uni.createFrom()
                                .item(standing.inspection(
                                        publishId, new Permalinks(config.permalinkUrl(), Optional.empty()))));
    }

    /** Nothing: the cover is chosen from the video's own frames when it is begun. */
    @Override
    public Uni<Void> complete(UploadRequest request, String postId, Optional<MediaRange> thumbnail) {
        return Uni.createFrom().voidItem();
    }
}
