package io.cliprelay.gateway.schedule;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.kit.problem.ProblemException;

/** Recurring times: for all accounts of the caller, and for single ones in place of them. */
@Path("/v1/slots")
@Produces(MediaType.APPLICATION_JSON)
public class SlotResource {

    private static final String EXAMPLE =
            "[{\"days\": [\"TUESDAY\", \"THURSDAY\"], \"time\": \"18:00\", \"zone\": \"Europe/Berlin\"}]";

    private final Planning planning;
    private final KnownAccounts accounts;
    private final Caller caller;

    SlotResource(Planning planning, KnownAccounts accounts, Caller caller) {
        this.planning = planning;
        this.accounts = accounts;
        this.caller = caller;
    }

    /** A tenant's slots. */
    public record SlotPlanList(List<SlotPlan> items) {
        public SlotPlanList {
            items = List.copyOf(items);
        }
    }

    @GET
    @Needs(Scope.READ)
    @Operation(operationId = "slots", summary = "All your slots, with the instants to come")
    @APIResponse(responseCode = "200", description = "Those for all accounts first, if there are any")
    public Uni<SlotPlanList> slots(@QueryParam("count") @DefaultValue("10") int count) {
        return planning.slots(caller.tenant(), count).map(SlotPlanList::new);
    }

    @PUT
    @Needs(Scope.SUBMIT)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putSlots", summary = "Set the slots of all accounts that have none of their own")
    @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "slots", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Set, with the instants to come")
    @APIResponse(responseCode = "422", description = "Slots that are wrong, all of them")
    public Uni<SlotPlan> put(@QueryParam("count") @DefaultValue("10") int count, List<Slot> slots) {
        return planning.putSlots(caller.tenant(), Optional.empty(), count, sound(slots));
    }

    @DELETE
    @Needs(Scope.SUBMIT)
    @Operation(
            operationId = "deleteSlots",
            summary = "Take the slots of all accounts away; single accounts keep theirs")
    @APIResponse(responseCode = "204", description = "There are none now")
    @APIResponse(responseCode = "404", description = "There were none")
    public Uni<Void> delete() {
        return planning.deleteSlots(caller.tenant(), Optional.empty());
    }

    @GET
    @Needs(Scope.READ)
    @Path("/{accountId}")
    @Operation(
            operationId = "slotsOfAccount",
            summary = "The slots that hold for an account, with the instants to come")
    @APIResponse(responseCode = "200", description = "Its own, or those for all accounts")
    @APIResponse(responseCode = "404", description = "There is no such account, or there are no slots")
    public Uni<SlotPlan> slotsOfAccount(UUID accountId, @QueryParam("count") @DefaultValue("10") int count) {
        return accounts.require(caller.tenant(), accountId)
                .chain(() -> planning.slots(caller.tenant(), Optional.of(accountId), count));
    }

    @PUT
    @Needs(Scope.SUBMIT)
    @Path("/{accountId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putSlotsOfAccount", summary = "Set the slots of an account")
    @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "slots", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Set, with the instants to come")
    @APIResponse(responseCode = "422", description = "Slots that are wrong, all of them")
    public Uni<SlotPlan> putOfAccount(
            UUID accountId, @QueryParam("count") @DefaultValue("10") int count, List<Slot> slots) {
        List<Slot> sound = sound(slots);
        return accounts.require(caller.tenant(), accountId)
                .chain(() -> planning.putSlots(caller.tenant(), Optional.of(accountId), count, sound));
    }

    @DELETE
    @Needs(Scope.SUBMIT)
    @Path("/{accountId}")
    @Operation(operationId = "deleteSlotsOfAccount", summary = "Take an account's slots away; those for all hold then")
    @APIResponse(responseCode = "204", description = "It has none of its own now")
    @APIResponse(responseCode = "404", description = "There is no such account, or it had none")
    public Uni<Void> deleteOfAccount(UUID accountId) {
        return accounts.require(caller.tenant(), accountId)
                .chain(() -> planning.deleteSlots(caller.tenant(), Optional.of(accountId)));
    }

    private static List<Slot> sound(List<Slot> slots) {
        var errors = SlotChecks.errors(slots == null ? List.of() : slots);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.of(
                    422,
                    "slots.invalid",
                    ProblemCategory.INVALID_INPUT,
                    "These are no slots",
                    "%d field(s) must be mended; nothing was changed.".formatted(errors.size()),
                    errors));
        }
        return slots;
    }
}
