package io.cliprelay.gateway.submission.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.account.AccountHealth;
import io.cliprelay.gateway.account.Standstill;
import io.cliprelay.gateway.schedule.Forecast;
import io.cliprelay.gateway.submission.rule.ResolvedTarget;

/**
 * What a sound target would meet on its way: its account's health until it is due, its platform's, and the scheduler's
 * forecast.
 *
 * @param accounts how they are; those that are missing are sound
 * @param platforms those that take nothing now
 */
public record Outlook(Map<UUID, AccountHealth> accounts, Map<String, Standstill> platforms) {

    public Outlook {
        accounts = Map.copyOf(accounts);
        platforms = Map.copyOf(platforms);
    }

    /** What should be known of the target at {@code index} of the clip. */
    List<Remark> of(int index, ResolvedTarget target) {
        String pointer = "/targets/" + index;
        AccountHealth health = accounts.getOrDefault(target.account().id(), AccountHealth.SOUND);
        List<Remark> remarks = new ArrayList<>();
        consent(pointer + "/account", target, health).ifPresent(remarks::add);
        health.held()
                .map(held -> standstill(pointer + "/account", "account.held", held, target.dueAt()))
                .ifPresent(remarks::add);
        Optional.ofNullable(platforms.get(target.account().platform()))
                .map(held -> standstill(pointer + "/platform", "platform.held", held, target.dueAt()))
                .ifPresent(remarks::add);
        forecast(pointer, target).ifPresent(remarks::add);
        return remarks;
    }

    private static Optional<Remark> consent(String pointer, ResolvedTarget target, AccountHealth health) {
        Account account = target.account();
        String again =
                "Connect the account \"%s\" again at the worker of %s.".formatted(account.name(), account.platform());
        return health.consentNeeded()
                .map(reason -> Remark.warning(
                        pointer,
                        "account.needs-reauthorisation",
                        "%s: the upload would be held until the account is connected again.".formatted(reason),
                        again))
                .or(() -> health.consentEndsAt()
                        .filter(end -> !end.isAfter(target.dueAt()))
                        .map(end -> Remark.warning(
                                pointer,
                                "account.consent-ends",
                                "The consent to publish to \"%s\" ends at %s, before the upload is due at %s."
                                        .formatted(account.name(), end, target.dueAt()),
                                again)));
    }

    private static Remark standstill(String pointer, String code, Standstill held, Instant dueAt) {
        return held.outlasts(dueAt)
                ? Remark.warning(
                        pointer,
                        code,
                        held.reason().message() + ": the upload would be held until that is over.",
                        held.reason().fix())
                : Remark.info(
                        pointer,
                        code,
                        held.reason().message() + ": that should be over before the upload is due.",
                        held.reason().fix());
    }

    private static Optional<Remark> forecast(String pointer, ResolvedTarget target) {
        if (target.forecast().isEmpty()) {
            return Optional.of(Remark.info(
                    pointer,
                    "forecast.unknown",
                    "The scheduler could not say whether there is room at that time.",
                    "Ask again in a moment."));
        }
        Forecast forecast = target.forecast().get();
        return switch (forecast.outcome()) {
            case FITS, NO_SLOT -> Optional.empty();
            case MOVES ->
                Optional.of(Remark.warning(
                        pointer,
                        "forecast.moves",
                        "%s: the upload would go out at %s."
                                .formatted(
                                        reason(forecast),
                                        forecast.at().map(Instant::toString).orElse("a later time")),
                        "Give it a time with room, or another account; GET /v1/quotas shows what is left."));
            case WILL_NOT_FIT ->
                Optional.of(Remark.warning(
                        pointer,
                        "forecast.will-not-fit",
                        reason(forecast) + ": there is no room before the clip's deadline.",
                        "Give it a later notAfter, or cancel what is not needed; GET /v1/quotas shows what is left."));
        };
    }

    private static String reason(Forecast forecast) {
        return forecast.reason().map(reason -> reason.message()).orElse("The platform's limits are used up");
    }
}
