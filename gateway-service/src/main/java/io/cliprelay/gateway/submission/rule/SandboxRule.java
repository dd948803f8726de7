package io.cliprelay.gateway.submission.rule;

import java.util.List;
import java.util.stream.IntStream;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.account.Account;

/** In test mode a clip goes to the sandbox only; plain functions. */
public final class SandboxRule {

    private SandboxRule() {}

    /** The verdict on a submission in test mode. */
    public static Verdict apply(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faulty faulty -> faulty;
            case Verdict.Sound sound -> {
                List<FieldError> errors = errors(sound.targets());
                yield errors.isEmpty() ? kept(sound) : new Verdict.Faulty(errors);
            }
        };
    }

    /** By the time that it is due, an account of that name may be a real one: then its worker refuses it. */
    private static Verdict kept(Verdict.Sound sound) {
        return sound.with(
                sound.targets().stream().map(ResolvedTarget::keptToSandbox).toList());
    }

    private static List<FieldError> errors(List<ResolvedTarget> targets) {
        return IntStream.range(0, targets.size())
                .filter(index -> !targets.get(index).account().sandbox())
                .mapToObj(index -> real(index, targets.get(index).account()))
                .toList();
    }

    private static FieldError real(int index, Account account) {
        return new FieldError(
                "/targets/%d/account".formatted(index),
                "account.not-sandbox",
                "\"%s\" is a real account on %s, and this is a test-mode key."
                        .formatted(account.name(), account.platform()),
                "Name an account that GET /v1/accounts shows with \"sandbox\": true, or use a live key.");
    }
}
