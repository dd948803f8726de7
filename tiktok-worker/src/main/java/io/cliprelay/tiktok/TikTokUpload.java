package io.cliprelay.tiktok;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Bytes for an upload URL, which is used as it was given and wants no access token. */
@RegisterRestClient(configKey = "tiktok-upload")
@Path("")
interface TikTokUpload {

    @PUT
    Uni<RestResponse<String>> send(
            @Url String uploadUrl,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Content-Length") long length,
            @HeaderParam("Content-Range") String contentRange,
            Multi<Buffer> bytes);
}
