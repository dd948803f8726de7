package io.cliprelay.kit.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.ClipSubmission;

/** Fails in every way a resource can. */
@Path("/fail")
public class ProblemResource {

    private static final ObjectMapper STRICT =
            EventJson.mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @POST
    @Path("/json")
    public String json(String body) throws Exception {
        return STRICT.readValue(body, ClipSubmission.class).toString();
    }

    @GET
    @Path("/fault")
    public String fault() {
        throw new IllegalStateException("password=hunter2");
    }
}
