package io.cliprelay.gateway.schedule;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;
import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.account.Accounts;
import io.cliprelay.kit.problem.ProblemException;

/** Keeps callers to their own accounts. */
@ApplicationScoped
class KnownAccounts {

    private final Accounts accounts;

    KnownAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The tenant's account; a problem with status 404 where it is another's, or there is none. */
    Uni<Account> require(String tenant, UUID accountId) {
        return accounts.of(tenant).map(own -> own.stream()
                .filter(account -> account.id().equals(accountId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(unknown(accountId))));
    }

    private static Problem unknown(UUID accountId) {
        return Problem.of(
                404,
                "account.not-found",
                ProblemCategory.NOT_FOUND,
                "No such account",
                "You have no account " + accountId + "; GET /v1/accounts lists yours.",
                List.of());
    }
}
