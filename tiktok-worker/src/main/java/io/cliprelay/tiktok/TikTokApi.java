package io.cliprelay.tiktok;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.tiktok.wire.PublishId;
import io.cliprelay.tiktok.wire.PublishOrder;
import io.cliprelay.tiktok.wire.VideoPage;
import io.cliprelay.tiktok.wire.VideoQuery;

/**
 * The posting and display calls; all paths end with a slash. Every status is an answer; {@link Reply} says what
 * it means.
 */
@RegisterRestClient(configKey = "tiktok")
@Consumes("application/json; charset=UTF-8")
interface TikTokApi {

    @POST
    @Path("/v2/post/publish/creator_info/query/")
    Uni<RestResponse<String>> creatorInfo(@HeaderParam("Authorization") String authorization, String emptyObject);

    /** Begins a post that TikTok publishes by itself after its last byte. Every call begins another one. */
    @POST
    @Path("/v2/post/publish/video/init/")
    Uni<RestResponse<String>> beginPost(@HeaderParam("Authorization") String authorization, PublishOrder order);

    /** Begins a draft, which lands in the user's inbox after its last byte. */
    @POST
    @Path("/v2/post/publish/inbox/video/init/")
    Uni<RestResponse<String>> beginDraft(@HeaderParam("Authorization") String authorization, PublishOrder order);

    @POST
    @Path("/v2/post/publish/status/fetch/")
    Uni<RestResponse<String>> status(@HeaderParam("Authorization") String authorization, PublishId publication);

    @POST
    @Path("/v2/video/query/")
    Uni<RestResponse<String>> videos(
            @HeaderParam("Authorization") String authorization, @RestQuery String fields, VideoQuery query);

    @POST
    @Path("/v2/video/list/")
    Uni<RestResponse<String>> latest(
            @HeaderParam("Authorization") String authorization, @RestQuery String fields, VideoPage page);

    @GET
    @Path("/v2/user/info/")
    Uni<RestResponse<String>> user(@HeaderParam("Authorization") String authorization, @RestQuery String fields);
}
