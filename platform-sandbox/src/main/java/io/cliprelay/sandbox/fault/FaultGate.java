package io.cliprelay.sandbox.fault;

import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.traffic.Exchange;

/** Carries out calls whose bodies are small and have been read, under the rule that hits them. */
@Singleton
public class FaultGate {

    private final FaultRules rules;

    FaultGate(FaultRules rules) {
        this.rules = rules;
    }

    /**
     * Answers the exchange.
     *
     * @param title of the post that the call is about, where it is about one
     * @param revocation kills what the call authenticates itself with
     * @param effect carries the call out; is told of a fault that it must act on itself
     */
    public void serve(
            Exchange exchange,
            Optional<String> title,
            Revocation revocation,
            Function<Optional<FaultAction>, Answer> effect) {
        Optional<FaultAction> fault = rules.take(exchange.call(), title);
        if (fault.isEmpty()) {
            exchange.answer(effect.apply(fault));
            return;
        }
        switch (fault.get()) {
            case FaultAction.Status status -> exchange.answer(status.answer());
            case FaultAction.Delay delay ->
                exchange.vertx()
                        .setTimer(delay.time().toMillis(), timer -> exchange.answer(effect.apply(Optional.empty())));
            case FaultAction.CutBeforeEffect cut -> exchange.cut();
            case FaultAction.CutAfterEffect cut -> {
                effect.apply(Optional.empty());
                exchange.cut();
            }
            case FaultAction.RevokeAccessToken revoke -> {
                revocation.ofAccess();
                exchange.answer(effect.apply(Optional.empty()));
            }
            case FaultAction.RevokeRefreshToken revoke -> {
                revocation.ofRefresh();
                exchange.answer(effect.apply(Optional.empty()));
            }
            case FaultAction.Throttle throttle -> exchange.answer(effect.apply(fault));
            case FaultAction.StoreLess less -> exchange.answer(effect.apply(fault));
            case FaultAction.ProcessingFailure failure -> exchange.answer(effect.apply(fault));
            case FaultAction.Rejection rejection -> exchange.answer(effect.apply(fault));
            case FaultAction.ForgetSession forget -> exchange.answer(effect.apply(fault));
        }
    }
}
