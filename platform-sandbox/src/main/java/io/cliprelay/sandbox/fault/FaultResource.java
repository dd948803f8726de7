package io.cliprelay.sandbox.fault;

import java.util.List;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.sandbox.http.JsonBody;

/** {@code /sandbox/faults}: what shall go wrong. */
@Path("/sandbox/faults")
@NonBlocking
public class FaultResource {

    private final FaultRules rules;
    private final FaultRuleReader reader;
    private final JsonBody json;

    FaultResource(FaultRules rules, FaultRuleReader reader, JsonBody json) {
        this.json = json;
        this.rules = rules;
        this.reader = reader;
    }

    @GET
    public List<FaultRules.Status> all() {
        return rules.all();
    }

    @POST
    public RestResponse<FaultRules.Status> add(String body) {
        JsonNode rule = json.tree(body);
        return RestResponse.status(RestResponse.Status.CREATED, rules.add(reader.read(rule), rule));
    }

    @DELETE
    public void clear() {
        rules.clear();
    }

    @DELETE
    @Path("{id}")
    public RestResponse<Void> remove(String id) {
        return rules.remove(id) ? RestResponse.noContent() : RestResponse.notFound();
    }
}
