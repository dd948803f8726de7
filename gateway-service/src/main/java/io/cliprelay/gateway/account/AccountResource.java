package io.cliprelay.gateway.account;

import java.util.List;

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

/** Shows the accounts that a clip can go to. */
@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    private final Accounts accounts;
    private final Caller caller;

    AccountResource(Accounts accounts, Caller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    /** A tenant's accounts. */
    public record AccountList(List<Account> items) {
        public AccountList {
            items = List.copyOf(items);
        }
    }

    @GET
    @Needs({Scope.READ, Scope.ACCOUNTS})
    @Operation(operationId = "listAccounts", summary = "Your connected accounts")
    @APIResponse(responseCode = "200", description = "All accounts of yours")
    public Uni<AccountList> accounts() {
        return accounts.of(caller.tenant()).map(AccountList::new);
    }
}
