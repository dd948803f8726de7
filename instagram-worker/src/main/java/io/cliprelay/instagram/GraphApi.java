package io.cliprelay.instagram;

import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The Graph API's calls, whose addresses depend on the login. Every status is an answer. */
@RegisterRestClient(configKey = "instagram")
@Path("")
interface GraphApi {

    @GET
    Uni<RestResponse<String>> read(
            @Url String url, @HeaderParam("Authorization") String authorization, @RestQuery String fields);

    @GET
    Uni<RestResponse<String>> insights(
            @Url String url, @HeaderParam("Authorization") String authorization, @RestQuery String metric);

    @GET
    Uni<RestResponse<String>> list(
            @Url String url,
            @HeaderParam("Authorization") String authorization,
            @RestQuery String fields,
            @RestQuery long since,
            @RestQuery int limit,
            @RestQuery String after);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> write(
            @Url String url, @HeaderParam("Authorization") String authorization, Map<String, String> parameters);

    /** For tokens, which are asked for with all that is secret as parameters. */
    @GET
    Uni<RestResponse<String>> token(
            @Url String url,
            @RestQuery("grant_type") String grantType,
            @RestQuery("access_token") String accessToken,
            @RestQuery("client_id") String clientId,
            @RestQuery("client_secret") String clientSecret,
            @RestQuery("fb_exchange_token") String exchanged);
}
