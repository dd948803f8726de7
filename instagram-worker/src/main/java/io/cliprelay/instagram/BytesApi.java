package io.cliprelay.instagram;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Bytes for a container, at the address that was given for it. */
@RegisterRestClient(configKey = "instagram-bytes")
@Path("")
interface BytesApi {

    /**
     * Everything from an offset to the end.
     *
     * @param authorization its scheme is {@code OAuth} here
     */
    @POST
    Uni<RestResponse<String>> send(
            @Url String uri,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("offset") long offset,
            @HeaderParam("file_size") long fileSize,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Content-Length") long length,
            Multi<Buffer> bytes);
}
