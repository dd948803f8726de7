package io.cliprelay.contracts.platform;

import io.cliprelay.contracts.problem.FieldError;

/** Something about a clip's texts that a platform does not take. */
public sealed interface TextFinding {

    /** What is wrong, with the pointer into the clip: {@code /title}, {@code /tags/3}. */
    FieldError error();

    /** A text that must be there is not. */
    record Missing(TextPart part) implements TextFinding {
        @Override
        public FieldError error() {
            return new FieldError(
                    part.pointer(),
                    part.source() + ".missing",
                    "There is no %s.".formatted(part.source()),
                    "Add \"%s\" with some text.".formatted(part.source()));
        }
    }

    /**
     * A field, or all tags together, is too long.
     *
     * @param part what has the largest share in it
     * @param text what is too long, for people: {@code The title}
     * @param truncating whether it was allowed to be cut, and that did not help
     */
    record TooLong(
            TextPart part, String text, String platform, int limit, int actual, LengthUnit unit, boolean truncating)
            implements TextFinding {
        @Override
        public FieldError error() {
            String shorten = "Shorten it by %d.".formatted(actual - limit);
            return new FieldError(
                    part.pointer(),
                    part.source() + ".too-long",
                    "%s has %d %s; %s takes %d.".formatted(text, actual, unit.plural(), platform, limit),
                    truncating
                            ? shorten
                            : shorten
                                    + " Or set the target's option \"%s\" to \"true\", and it is cut."
                                            .formatted(CommonOptions.TRUNCATE));
        }
    }

    /**
     * There are too many hashtags or mentions in a field.
     *
     * @param part where to remove some
     * @param what {@code hashtags} or {@code mentions}
     */
    record TooMany(TextPart part, String what, String field, String platform, int limit, int actual)
            implements TextFinding {
        @Override
        public FieldError error() {
            return new FieldError(
                    part.pointer(),
                    part.source() + ".too-many-" + what,
                    "The %s has %d %s; %s takes %d.".formatted(field, actual, what, platform, limit),
                    "Remove %d of them.".formatted(actual - limit));
        }
    }

    /**
     * A text holds a character that the platform refuses.
     *
     * @param pointer where: {@code /title}, {@code /tags/3}
     * @param text {@code title}, {@code description} or {@code tag}
     */
    record Forbidden(String pointer, String text, String character, String platform) implements TextFinding {
        @Override
        public FieldError error() {
            return new FieldError(
                    pointer,
                    text + ".forbidden-character",
                    "The %s holds \"%s\", which %s does not take.".formatted(text, character, platform),
                    "Remove it.");
        }
    }

    /** A tag without any text, numbered from 0. */
    record BlankTag(int index) implements TextFinding {
        @Override
        public FieldError error() {
            return new FieldError("/tags/" + index, "tag.blank", "The tag is blank.", "Remove it.");
        }
    }
}
