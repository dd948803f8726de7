package io.cliprelay.gateway.platform;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;

/** Shows what the platforms take. */
@Path("/v1/platforms")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformResource {

    private final Platforms platforms;

    PlatformResource(Platforms platforms) {
        this.platforms = platforms;
    }

    /** All platforms. */
    public record PlatformList(List<PlatformDescriptor> items) {
        public PlatformList {
            items = List.copyOf(items);
        }
    }

    @GET
    @Needs({Scope.READ, Scope.SUBMIT, Scope.ACCOUNTS})
    @Operation(operationId = "listPlatforms", summary = "The platforms, and what each accepts")
    @APIResponse(responseCode = "200", description = "All platforms that a worker serves")
    public Uni<PlatformList> platforms() {
        return platforms.all().map(PlatformList::new);
    }
}
