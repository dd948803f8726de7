package io.cliprelay.gateway.submission.preview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.contracts.platform.Composition;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.submission.rule.ResolvedTarget;
import io.cliprelay.gateway.submission.rule.Surroundings;
import io.cliprelay.gateway.submission.rule.TargetResolution;
import io.cliprelay.gateway.submission.rule.TargetTexts;
import io.cliprelay.gateway.submission.rule.Verdict;

/** Puts together what is to be told of one clip; plain functions. */
public record Previews(ClipSubmission clip, Surroundings around, Outlook outlook) {

    /** Of more targets the texts are not shown: the clip is refused for their number. */
    private static final int MOST_TARGETS = 100;

    /** What the verdict comes to. */
    public Preview of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sound sound ->
                new Preview(
                        true,
                        targets(index -> Optional.of(sound.targets().get(index))),
                        indices()
                                .boxed()
                                .flatMap(index -> remarks(index, sound.targets().get(index)))
                                .toList());
            case Verdict.Faulty faulty ->
                new Preview(
                        false,
                        targets(index -> Optional.empty()),
                        faulty.errors().stream().map(Remark::error).toList());
        };
    }

    private Stream<Remark> remarks(int index, ResolvedTarget target) {
        Stream<Remark> cut = TargetTexts.cut(clip, index, around).stream().map(error -> cut(index, error));
        return Stream.concat(cut, outlook.of(index, target).stream());
    }

    private static Remark cut(int index, FieldError error) {
        return Remark.warning(
                error.pointer(),
                "text.cut",
                error.detail() + " It is cut, as target %d allows.".formatted(index),
                "Shorten it to say yourself how it ends.");
    }

    private List<TargetPreview> targets(IntFunction<Optional<ResolvedTarget>> resolved) {
        return indices().mapToObj(index -> target(index, resolved.apply(index))).toList();
    }

    private IntStream indices() {
        return IntStream.range(0, Math.min(MOST_TARGETS, clip.targets().size()));
    }

    private TargetPreview target(int index, Optional<ResolvedTarget> resolved) {
        Target target = clip.targets().get(index);
        Optional<Account> account = TargetResolution.account(target, around);
        Optional<Composition.Fitting> texts = TargetTexts.of(clip, index, around);
        Optional<UUID> accountId = account.map(Account::id);
        return new TargetPreview(
                index,
                target.platform(),
                accountId,
                account.map(Account::name),
                resolved.map(ResolvedTarget::dueAt),
                texts.map(Composition.Fitting::fields).orElse(Map.of()),
                texts.map(Composition.Fitting::tags).orElse(List.of()),
                resolved.flatMap(ResolvedTarget::forecast));
    }
}
