package io.cliprelay.worker.postcard;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The platform's requests. Every status is an answer. */
@RegisterRestClient(configKey = "postcard")
interface PostcardApi {

    /** A card, as the platform shows it; {@code post} is null until it was posted. */
    record Card(String id, String text, long received, String post) {}

    @POST
    @Path("/cards")
    Uni<RestResponse<String>> open(@HeaderParam("Authorization") String bearer, Card wish);

    @PUT
    @Path("/cards/{id}/{offset}")
    Uni<RestResponse<String>> send(
            @HeaderParam("Authorization") String bearer,
            @RestPath String id,
            @RestPath long offset,
            @HeaderParam("Content-Length") long length,
            Multi<Buffer> bytes);

    @GET
    @Path("/cards/{id}")
    Uni<RestResponse<String>> card(@HeaderParam("Authorization") String bearer, @RestPath String id);

    /** What became of a card that is not at the counter any more. */
    @GET
    @Path("/posted/{id}")
    Uni<RestResponse<String>> posted(@HeaderParam("Authorization") String bearer, @RestPath String id);

    @POST
    @Path("/cards/{id}/post")
    Uni<RestResponse<String>> post(@HeaderParam("Authorization") String bearer, @RestPath String id);
}
