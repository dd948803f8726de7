package io.cliprelay.linkedin;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Bytes for the addresses that LinkedIn gave, which are used as they were given and want no access token. */
@RegisterRestClient(configKey = "linkedin-upload")
@Path("")
interface LinkedInUpload {

    @PUT
    Uni<RestResponse<String>> part(
            @Url String uploadUrl,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Content-Length") long length,
            Multi<Buffer> bytes);

    @PUT
    Uni<RestResponse<String>> thumbnail(
            @Url String uploadUrl,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("media-type-family") String family,
            @HeaderParam("Content-Length") long length,
            Multi<Buffer> bytes);
}
