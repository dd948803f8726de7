package io.cliprelay.youtube;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The calls to a session, whose URI is used as it was given. */
@RegisterRestClient(configKey = "youtube-session")
@Path("")
interface YouTubeSession {

    /** Asks how far it is: an empty body and {@code Content-Range: bytes * /TOTAL} without the blank. */
    @PUT
    Uni<RestResponse<String>> status(
            @Url String session,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Content-Range") String contentRange);

    @PUT
    Uni<RestResponse<String>> send(
            @Url String session,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Content-Length") long length,
            @HeaderParam("Content-Range") String contentRange,
            Multi<Buffer> bytes);
}
