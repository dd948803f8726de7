package io.cliprelay.linkedin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The video and post calls. URNs are given encoded. Every status is an answer; {@link Reply} says what it means. */
@RegisterRestClient(configKey = "linkedin")
@ClientHeaderParam(name = "X-Restli-Protocol-Version", value = "2.0.0")
@Consumes("application/json")
@Path("/rest")
interface LinkedInApi {

    /** The header that every call needs, with a listed version of the API. */
    String VERSION = "LinkedIn-Version";

    /** {@code action} is {@code initializeUpload} or {@code finalizeUpload}. */
    @POST
    @Path("/videos")
    Uni<RestResponse<String>> videos(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(VERSION) String version,
            @QueryParam("action") String action,
            String body);

    @GET
    @Path("/videos/{urn}")
    Uni<RestResponse<String>> video(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(VERSION) String version,
            @Encoded @PathParam("urn") String urn);

    /** The one call that people see. */
    @POST
    @Path("/posts")
    Uni<RestResponse<String>> createPost(
            @HeaderParam("Authorization") String authorization, @HeaderParam(VERSION) String version, String body);

    @GET
    @Path("/posts/{urn}")
    Uni<RestResponse<String>> post(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(VERSION) String version,
            @Encoded @PathParam("urn") String urn);

    @GET
    @Path("/posts")
    @ClientHeaderParam(name = "X-RestLi-Method", value = "FINDER")
    Uni<RestResponse<String>> postsOf(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(VERSION) String version,
            @QueryParam("q") String finder,
            @Encoded @QueryParam("author") String author,
            @QueryParam("count") int count,
            @QueryParam("sortBy") String order);

    /** Of one post, which goes as a list under the parameter of its kind; the other is null. */
    @GET
    @Path("/organizationalEntityShareStatistics")
    Uni<RestResponse<String>> shareStatistics(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(VERSION) String version,
            @QueryParam("q") String finder,
            @Encoded @QueryParam("organizationalEntity") String organization,
            @Encoded @QueryParam("shares") String shares,
            @Encoded @QueryParam("ugcPosts") String posts);

    @GET
    @Path("/videoAnalytics")
    Uni<RestResponse<String>> videoAnalytics(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(VERSION) String version,
            @QueryParam("q") String finder,
            @Encoded @QueryParam("entity") String post,
            @QueryParam("type") String type);

    /** {@code resource} is {@code memberCreatorPostAnalytics} or {@code memberCreatorVideoAnalytics}. */
    @GET
    @Path("/{resource}")
    Uni<RestResponse<String>> memberAnalytics(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam(VERSION) String version,
            @PathParam("resource") String resource,
            @QueryParam("q") String finder,
            @Encoded @QueryParam("entity") String entity,
            @QueryParam("queryType") String metric,
            @QueryParam("aggregation") String aggregation);
}
