package io.cliprelay.gateway.webhook;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.body.StrictJson;
import io.cliprelay.gateway.idempotency.Done;
import io.cliprelay.gateway.idempotency.Idempotency;

/** Where tenants say where they want to be told. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

    private static final int LARGEST_PAGE = 100;

    private final Webhooks webhooks;
    private final Caller caller;
    private final Idempotency idempotency;

    WebhookResource(Webhooks webhooks, Caller caller, Idempotency idempotency) {
        this.webhooks = webhooks;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** A tenant's endpoints. */
    @Schema(name = "WebhookEndpointList")
    public record EndpointList(List<Endpoint> items) {
        public EndpointList {
            items = List.copyOf(items);
        }
    }

    /**
     * Some deliveries, newest first.
     *
     * @param nextCursor to ask for those that follow; absent on the last page
     */
    @Schema(name = "WebhookDeliveryPage")
    public record DeliveryPage(List<Delivery> items, Optional<String> nextCursor) {
        public DeliveryPage {
            items = List.copyOf(items);
        }
    }

    /** The event that is on its way. */
    @Schema(name = "WebhookTestSent")
    public record TestSent(String eventId) {}

    /** How many events are delivered again. */
    @Schema(name = "WebhookReplay")
    public record Replay(int deliveries) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "createWebhook",
            summary = "Be told of events by HTTP",
            description = "Messages are signed as Standard Webhooks (standardwebhooks.com) says. The secret is in this"
                    + " answer and nowhere else, nor in the answer to a repeat. Answer 2xx within 10 seconds;"
                    + " anything else is tried again for 11 hours."
                    + " A message may come more than once, always with the same webhook-id, and in any order.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EndpointRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "The endpoint, with its secret",
            content = @Content(schema = @Schema(implementation = EndpointWithSecret.class)))
    @APIResponse(responseCode = "400", description = "No JSON, or an unknown field")
    @APIResponse(responseCode = "409", description = "There are too many")
    @APIResponse(responseCode = "422", description = "Fields that are wrong, all of them")
    public Uni<Response> create(String body) throws JsonProcessingException {
        EndpointRequest request = StrictJson.read(body, EndpointRequest.class);
        return idempotency.inPool(body, () -> webhooks.add(caller.tenant(), request)
                .map(made -> secret(
                        Response.created(
                                URI.create("/v1/webhooks/" + made.endpoint().id())),
                        made)));
    }

    @GET
    @Needs(Scope.ADMIN)
    @Operation(operationId = "listWebhooks", summary = "Your webhook endpoints, without their secrets")
    @APIResponse(responseCode = "200", description = "All endpoints of yours")
    public Uni<EndpointList> endpoints() {
        return webhooks.all(caller.tenant()).map(EndpointList::new);
    }

    @GET
    @Path("/{id}")
    @Needs(Scope.ADMIN)
    @Operation(operationId = "getWebhook", summary = "A webhook endpoint")
    @APIResponse(responseCode = "200", description = "The endpoint")
    @APIResponse(responseCode = "404", description = "No such endpoint of yours")
    public Uni<Endpoint> endpoint(@PathParam("id") String id) {
        return webhooks.find(caller.tenant(), id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "changeWebhook",
            summary = "Change, pause or resume a webhook endpoint",
            description = "What is absent stays. What happens while it is paused is not sent; replay it afterwards.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EndpointRequest.class)))
    @APIResponse(responseCode = "200", description = "The endpoint as it is now")
    @APIResponse(responseCode = "400", description = "No JSON, or an unknown field")
    @APIResponse(responseCode = "404", description = "No such endpoint of yours")
    @APIResponse(responseCode = "422", description = "Fields that are wrong, all of them")
    public Uni<Endpoint> change(@PathParam("id") String id, String body) throws JsonProcessingException {
        return webhooks.change(caller.tenant(), id, StrictJson.read(body, EndpointRequest.class));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Needs(Scope.ADMIN)
    @Operation(operationId = "deleteWebhook", summary = "Be told there no more")
    @APIResponse(responseCode = "204", description = "It is gone, with what was on its way there")
    @APIResponse(responseCode = "404", description = "No such endpoint of yours")
    public Uni<Void> delete(@PathParam("id") String id) {
        return webhooks.remove(caller.tenant(), id);
    }

    @POST
    @Path("/{id}/secret")
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Have a new signing secret",
            description =
                    "Each one before signs, too, for 24 hours from when it was exchanged: ask again if the answer was lost.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint, with its new secret",
            content = @Content(schema = @Schema(implementation = EndpointWithSecret.class)))
    @APIResponse(responseCode = "404", description = "No such endpoint of yours")
    public Uni<Response> rotate(@PathParam("id") String id) {
        return idempotency.inPool(
                "", () -> webhooks.rotate(caller.tenant(), id).map(made -> secret(Response.ok(), made)));
    }

    @POST
    @Path("/{id}/test")
    @Needs(Scope.ADMIN)
    @Operation(operationId = "testWebhook", summary = "Be sent an event of the type webhook.test")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way",
            content = @Content(schema = @Schema(implementation = TestSent.class)))
    @APIResponse(responseCode = "404", description = "No such endpoint of yours")
    @APIResponse(responseCode = "409", description = "It is paused")
    public Uni<Response> test(@PathParam("id") String id) {
        return idempotency
                .inPool("", () -> webhooks.test(caller.tenant(), id)
                        .map(TestSent::new)
                        .map(WebhookResource::onItsWay))
                .invoke(webhooks::send);
    }

    @GET
    @Path("/{id}/deliveries")
    @Needs(Scope.ADMIN)
    @Operation(operationId = "listWebhookDeliveries", summary = "What was sent to an endpoint, newest first")
    @APIResponse(responseCode = "200", description = "A page of deliveries with their attempts")
    @APIResponse(responseCode = "400", description = "No such page")
    @APIResponse(responseCode = "404", description = "No such endpoint of yours")
    public Uni<DeliveryPage> deliveries(
            @PathParam("id") String id,
            @Parameter(description = "How many, from 1 to 100") @QueryParam("limit") @DefaultValue("20") String limit,
            @Parameter(description = "The nextCursor of the page before") @QueryParam("cursor")
                    Optional<String> cursor) {
        int size = (int) number(limit, 1, LARGEST_PAGE, "limit");
        long before =
                cursor.map(text -> number(text, 0, Long.MAX_VALUE, "cursor")).orElse(Long.MAX_VALUE);
        return webhooks.deliveries(caller.tenant(), id, before, size).map(items -> page(items, size));
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "replayWebhook",
            summary = "Have events delivered again",
            description =
                    "One by its id, or those of a range of time that the endpoint asks for, at most 10,000 at once;"
                            + " what is on its way already is not sent twice. Events are kept for 30 days.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReplayRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "They are on their way",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(responseCode = "400", description = "No JSON, or an unknown field")
    @APIResponse(responseCode = "404", description = "No such endpoint of yours")
    @APIResponse(responseCode = "422", description = "Fields that are wrong, all of them")
    public Uni<Response> replay(@PathParam("id") String id, String body) throws JsonProcessingException {
        ReplayRequest request = StrictJson.read(body, ReplayRequest.class);
        return idempotency
                .inPool(body, () -> webhooks.replay(caller.tenant(), id, request)
                        .map(Replay::new)
                        .map(WebhookResource::onItsWay))
                .invoke(webhooks::send);
    }

    private static Done secret(Response.ResponseBuilder response, EndpointWithSecret made) {
        return Done.once(response.entity(made).build(), Map.of("endpoint", made.endpoint()));
    }

    private static Done onItsWay(Object told) {
        return Done.of(Response.accepted(told).build());
    }

    private static DeliveryPage page(List<Delivery> items, int size) {
        return new DeliveryPage(
                items,
                items.size() < size
                        ? Optional.empty()
                        : Optional.of(Long.toString(items.getLast().id())));
    }

    private static long number(String text, long least, long most, String name) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Told below.
        }
        throw WebhookProblems.noSuchPage(
                "%s is \"%s\"; send a number from %d to %d.".formatted(name, text, least, most));
    }
}
