package io.cliprelay.gateway.submission.rule;

import java.util.List;
import java.util.Optional;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.platform.Composition;
import io.cliprelay.contracts.problem.FieldError;

/** The texts of a clip as a target would show them; plain functions. */
public final class TargetTexts {

    private TargetTexts() {}

    /** The texts of the target at {@code index}; empty where they do not fit, or its platform is not known. */
    public static Optional<Composition.Fitting> of(ClipSubmission clip, int index, Surroundings around) {
        return TargetResolution.platform(clip.targets().get(index), around)
                .map(platform -> TextChecks.compose(clip, index, platform))
                .filter(Composition.Fitting.class::isInstance)
                .map(Composition.Fitting.class::cast);
    }

    /** What would not fit if it were not cut, as the target allows. */
    public static List<FieldError> cut(ClipSubmission clip, int index, Surroundings around) {
        return TargetResolution.platform(clip.targets().get(index), around)
                .map(platform -> TextChecks.uncut(clip, index, platform))
                .orElse(List.of());
    }
}
