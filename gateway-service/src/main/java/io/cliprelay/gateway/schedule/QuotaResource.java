package io.cliprelay.gateway.schedule;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.account.Accounts;

/** Shows what the platforms' limits leave. */
@Path("/v1/quotas")
@Produces(MediaType.APPLICATION_JSON)
public class QuotaResource {

    private final Planning planning;
    private final Accounts accounts;
    private final Caller caller;

    QuotaResource(Planning planning, Accounts accounts, Caller caller) {
        this.planning = planning;
        this.accounts = accounts;
        this.caller = caller;
    }

    /** What the limits leave to a tenant's accounts. */
    public record QuotaList(List<Quota> items) {
        public QuotaList {
            items = List.copyOf(items);
        }
    }

    @GET
    @Needs(Scope.READ)
    @Operation(
            operationId = "listQuotas",
            summary = "How many uploads the platforms allow your accounts, and what is planned of them")
    @APIResponse(responseCode = "200", description = "Those limits that uploads are planned by; others are not listed")
    @APIResponse(responseCode = "503", description = "The scheduler is away")
    public Uni<QuotaList> quotas() {
        return accounts.of(caller.tenant())
                .map(own -> own.stream().map(QuotaResource::question).toList())
                .chain(planning::quotas)
                .map(QuotaList::new);
    }

    private static ForecastRequest question(Account account) {
        return new ForecastRequest(account.platform(), account.id(), Optional.empty(), Optional.empty());
    }
}
