package io.cliprelay.gateway.submission.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.contracts.platform.ClipText;
import io.cliprelay.contracts.platform.CommonOptions;
import io.cliprelay.contracts.platform.Composition;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PostText;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.problem.FieldError;

/** Checks texts; plain functions. */
final class TextChecks {

    private TextChecks() {}

    /** What of the texts that a target would show does not fit its platform. */
    static List<FieldError> composed(ClipSubmission clip, int index, PlatformDescriptor platform) {
        return unfitting(compose(clip, index, platform), clip, index);
    }

    /** What would not fit if nothing were cut. */
    static List<FieldError> uncut(ClipSubmission clip, int index, PlatformDescriptor platform) {
        ClipText text = text(clip, clip.targets().get(index));
        ClipText whole = new ClipText(text.title(), text.description(), text.tags(), false);
        return unfitting(PostText.compose(platform, whole), clip, index);
    }

    static Composition compose(ClipSubmission clip, int index, PlatformDescriptor platform) {
        return PostText.compose(platform, text(clip, clip.targets().get(index)));
    }

    private static List<FieldError> unfitting(Composition composition, ClipSubmission clip, int index) {
        return switch (composition) {
            case Composition.Fitting fitting -> List.of();
            case Composition.Unfitting unfitting ->
                unfitting.findings().stream()
                        .map(finding -> placed(finding.error(), clip.targets().get(index), index))
                        .toList();
        };
    }

    /** A control character that no platform shows and no database stores; line breaks and tabs are none. */
    static Optional<FieldError> control(Pointed<String> text) {
        IntPredicate harmless = character -> character == '\n' || character == '\r' || character == '\t';
        return text.value()
                .orElse("")
                .codePoints()
                .filter(Character::isISOControl)
                .filter(harmless.negate())
                .mapToObj(character -> text.error(
                        "text.control-character",
                        "The text holds the control character U+%04X.".formatted(character),
                        "Remove it."))
                .findFirst();
    }

    private static ClipText text(ClipSubmission clip, Target target) {
        return new ClipText(
                target.title().or(clip::title).orElse(""),
                target.description().or(clip::description).orElse(""),
                target.tags().orElse(clip.tags()),
                CommonOptions.truncates(target.options()));
    }

    /** Points to the target where the value is its own, else to the clip. */
    private static FieldError placed(FieldError error, Target target, int index) {
        return own(error, TextPart.TITLE, target.title())
                        || own(error, TextPart.DESCRIPTION, target.description())
                        || own(error, TextPart.HASHTAGS, target.tags())
                ? new FieldError("/targets/" + index + error.pointer(), error.code(), error.detail(), error.fix())
                : error;
    }

    private static boolean own(FieldError error, TextPart part, Optional<?> ofTarget) {
        return ofTarget.isPresent() && error.pointer().startsWith(part.pointer());
    }
}
