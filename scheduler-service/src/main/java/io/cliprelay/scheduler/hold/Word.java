package io.cliprelay.scheduler.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.upload.UploadFailure;

/** What a worker's event says of the obstacles to an account or a platform. */
sealed interface Word {

    /** There is one, as described. */
    record Raised(Obstacle obstacle) implements Word {}

    /**
     * There is none any more.
     *
     * @param endless only if it is one without an end
     */
    record Cleared(Source source, String target, boolean endless) implements Word {}

    /** What an account's event says, told at {@code at}. */
    static List<Word> of(AccountEvent event, Instant at) {
        String account = event.accountId().toString();
        return switch (event) {
            case AccountEvent.Held held ->
                List.of(new Raised(obstacle(Source.ACCOUNT, account, at, held.until(), held.reason())));
            case AccountEvent.NeedsReauthorisation needed ->
                List.of(new Raised(obstacle(Source.CONSENT, account, at, Optional.empty(), reconnect(needed))));
            // A breaker that counts failures is no matter of consent, and tells by itself when it closes.
            case AccountEvent.Connected connected ->
                List.of(new Cleared(Source.CONSENT, account, false), new Cleared(Source.ACCOUNT, account, true));
            case AccountEvent.Released released ->
                List.of(new Cleared(Source.CONSENT, account, false), new Cleared(Source.ACCOUNT, account, false));
            case AccountEvent.Refreshed refreshed -> List.of();
        };
    }

    /** What a platform's event says, told at {@code at}. */
    static List<Word> of(PlatformEvent event, Instant at) {
        return switch (event) {
            case PlatformEvent.StatusChanged changed -> List.of(ofStatus(changed, at));
            case PlatformEvent.Described described -> List.of();
            case PlatformEvent.DescribedV1 described -> List.of();
        };
    }

    /** What a refused attempt says of its account; an upload tries again at {@code until}, should nobody say more. */
    static Raised ofRefusal(UUID account, UploadFailure.Auth refusal, Instant at, Instant until) {
        return new Raised(obstacle(Source.CONSENT, account.toString(), at, Optional.of(until), refusal.reason()));
    }

    private static Word ofStatus(PlatformEvent.StatusChanged changed, Instant at) {
        return switch (changed.status()) {
            case UP -> new Cleared(Source.PLATFORM, changed.platform(), false);
            case DEGRADED ->
                new Raised(obstacle(Source.PLATFORM, changed.platform(), at, changed.until(), why(changed)));
            case DISABLED ->
                new Raised(obstacle(Source.PLATFORM, changed.platform(), at, Optional.empty(), why(changed)));
        };
    }

    private static UploadFailure.Reason why(PlatformEvent.StatusChanged changed) {
        return changed.reason()
                .orElseGet(() -> new UploadFailure.Reason(
                        "platform.off",
                        "The worker of " + changed.platform() + " does not publish at present",
                        "Nothing to do for users; an operator switches it on again."));
    }

    private static UploadFailure.Reason reconnect(AccountEvent.NeedsReauthorisation needed) {
        return new UploadFailure.Reason(
                "account.needs-reauthorisation",
                needed.reason(),
                "Connect the account \"" + needed.name() + "\" again; the upload goes out then.");
    }

    private static Obstacle obstacle(
            Source source, String target, Instant since, Optional<Instant> until, UploadFailure.Reason reason) {
        return new Obstacle(source, target, since, until, reason, Optional.empty());
    }
}
