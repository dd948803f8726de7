package io.cliprelay.gateway.submission.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.TagRule;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.contracts.problem.FieldError;

/** Checks texts against a platform's rules; plain functions. */
final class TextChecks {

    private TextChecks() {}

    /**
     * All that is wrong with a text.
     *
     * @param name what it is called in codes and sentences: {@code title}
     * @param platform the platform's name for people
     */
    static List<FieldError> text(Pointed<String> text, String name, TextRule rule, String platform) {
        String value = text.value().orElse("");
        if (value.isBlank()) {
            return rule.required() ? List.of(missing(text, name)) : List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        int length = rule.unit().lengthOf(value);
        if (length > rule.maxLength()) {
            errors.add(text.error(
                    name + ".too-long",
                    "The %s has %d %s; %s takes %d."
                            .formatted(name, length, unit(rule.unit()), platform, rule.maxLength()),
                    "Shorten it by %d.".formatted(length - rule.maxLength())));
        }
        forbidden(value, rule.forbiddenCharacters())
                .map(found -> text.error(
                        name + ".forbidden-character",
                        "The %s holds %s, which %s does not take.".formatted(name, found, platform),
                        "Remove it."))
                .ifPresent(errors::add);
        return errors;
    }

    static FieldError missing(Pointed<String> text, String name) {
        return text.error(
                name + ".missing", "There is no %s.".formatted(name), "Add \"%s\" with some text.".formatted(name));
    }

    /** All that is wrong with tags. */
    static List<FieldError> tags(Pointed<List<String>> tags, TagRule rule, String platform) {
        List<String> values = tags.value().orElse(List.of());
        List<FieldError> errors = new ArrayList<>();
        int length = rule.totalLength(values);
        if (length > rule.maxTotalLength()) {
            errors.add(tags.error(
                    "tags.too-long",
                    "The tags have %d %s together, as %s counts them; it takes %d."
                            .formatted(length, unit(rule.unit()), platform, rule.maxTotalLength()),
                    "Remove or shorten some."));
        }
        for (int index = 0; index < values.size(); index++) {
            tag(new Pointed<>(tags.pointer() + "/" + index, Optional.of(values.get(index))), rule, platform)
                    .ifPresent(errors::add);
        }
        return errors;
    }

    private static Optional<FieldError> tag(Pointed<String> tag, TagRule rule, String platform) {
        String value = tag.value().orElse("");
        if (value.isBlank()) {
            return Optional.of(tag.error("tag.blank", "The tag is blank.", "Remove it."));
        }
        return forbidden(value, rule.forbiddenCharacters())
                .map(found -> tag.error(
                        "tag.forbidden-character",
                        "The tag holds %s, which %s does not take.".formatted(found, platform),
                        "Remove it."));
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

    private static Optional<String> forbidden(String value, String characters) {
        return characters
                .codePoints()
                .filter(character -> value.indexOf(character) >= 0)
                .mapToObj(character -> "\"" + Character.toString(character) + "\"")
                .findFirst();
    }

    private static String unit(LengthUnit unit) {
        return switch (unit) {
            case CHARACTERS -> "characters";
            case UTF_16_UNITS -> "UTF-16 units";
            case BYTES -> "bytes";
        };
    }
}
