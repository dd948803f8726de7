package io.cliprelay.youtube;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.youtube.wire.VideoResource;

/** The Data API's calls. Every status is an answer; {@link YouTubeAnswers} says what it means. */
@RegisterRestClient(configKey = "youtube")
interface YouTubeApi {

    /** Starts a resumable session; its URI comes as {@code Location}. */
    @POST
    @Path("/upload/youtube/v3/videos")
    Uni<RestResponse<String>> openSession(
            @HeaderParam("Authorization") String authorization,
            @RestQuery String uploadType,
            @RestQuery String part,
            @RestQuery boolean notifySubscribers,
            @HeaderParam("X-Upload-Content-Length") long length,
            @HeaderParam("X-Upload-Content-Type") String contentType,
            @HeaderParam("Slug") String slug,
            VideoResource video);

    @GET
    @Path("/youtube/v3/videos")
    Uni<RestResponse<String>> videos(
            @HeaderParam("Authorization") String authorization, @RestQuery String part, @RestQuery String id);

    @GET
    @Path("/youtube/v3/channels")
    Uni<RestResponse<String>> channels(
            @HeaderParam("Authorization") String authorization, @RestQuery String part, @RestQuery boolean mine);

    @GET
    @Path("/youtube/v3/playlistItems")
    Uni<RestResponse<String>> playlistItems(
            @HeaderParam("Authorization") String authorization,
            @RestQuery String part,
            @RestQuery String playlistId,
            @RestQuery int maxResults,
            @RestQuery String pageToken);

    @POST
    @Path("/upload/youtube/v3/thumbnails/set")
    Uni<RestResponse<String>> setThumbnail(
            @HeaderParam("Authorization") String authorization,
            @RestQuery String videoId,
            @RestQuery String uploadType,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Content-Length") long length,
            Multi<Buffer> image);
}
