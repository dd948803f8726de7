package io.cliprelay.gateway.submission.rule;

import java.time.Instant;
import java.util.Objects;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.gateway.account.Account;

/** A target with nothing left open: whose it is, when, and all that it is to show. */
public record ResolvedTarget(Account account, Instant dueAt, PostContent content) {

    public ResolvedTarget {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(content, "content");
    }
}
