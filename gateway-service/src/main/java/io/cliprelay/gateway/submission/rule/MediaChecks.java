package io.cliprelay.gateway.submission.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.media.Finding;

/** Checks the files that a submission refers to; plain functions. */
final class MediaChecks {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private MediaChecks() {}

    /** What is wrong with the files by themselves, whatever the platform. */
    static List<FieldError> files(Surroundings around) {
        List<FieldError> errors = new ArrayList<>();
        if (around.media().isEmpty()) {
            errors.add(new FieldError(
                    "/media", "media.missing", "There is no video.", "Add \"media\" with a file:, https: or s3: URI."));
        }
        around.media().flatMap(found -> unusable("/media", found)).ifPresent(errors::add);
        around.thumbnail().flatMap(found -> unusable("/thumbnail", found)).ifPresent(errors::add);
        return errors;
    }

    /** A digest that no SHA-256 can be. */
    static Optional<FieldError> digest(Optional<String> sha256) {
        return sha256.filter(text -> !SHA_256.matcher(text).matches())
                .map(text -> new FieldError(
                        "/sha256",
                        "media.digest-malformed",
                        "This is no SHA-256 of the video: it has %d characters.".formatted(text.length()),
                        "Send 64 hexadecimal digits, as sha256sum prints them, or leave it out."));
    }

    /** What a platform does not take of a video that is sound by itself. */
    static List<FieldError> video(Surroundings around, PlatformDescriptor platform) {
        return around.media().flatMap(MediaChecks::usable).stream()
                .flatMap(media -> video(media, platform).stream())
                .toList();
    }

    static Optional<MediaReference> usable(Finding finding) {
        return finding instanceof Finding.Usable found ? Optional.of(found.media()) : Optional.empty();
    }

    private static List<FieldError> video(MediaReference media, PlatformDescriptor platform) {
        List<FieldError> errors = new ArrayList<>();
        media.sizeBytes().flatMap(size -> tooSmall(size, platform)).ifPresent(errors::add);
        media.sizeBytes()
                .filter(size -> size > platform.media().maxBytes())
                .map(size -> new FieldError(
                        "/media",
                        "media.too-large",
                        "The video has %d bytes; %s takes %d."
                                .formatted(
                                        size,
                                        platform.displayName(),
                                        platform.media().maxBytes()),
                        "Send a smaller file."))
                .ifPresent(errors::add);
        media.contentType()
                .filter(type -> !platform.media().contentTypes().contains(type))
                .map(type -> new FieldError(
                        "/media",
                        "media.type-not-accepted",
                        "%s does not take %s.".formatted(platform.displayName(), type),
                        "Send one of "
                                + String.join(
                                        ", ", new TreeSet<>(platform.media().contentTypes())) + "."))
                .ifPresent(errors::add);
        return errors;
    }

    private static Optional<FieldError> tooSmall(long size, PlatformDescriptor platform) {
        return platform.media()
                .minBytes()
                .filter(least -> size < least)
                .map(least -> new FieldError(
                        "/media",
                        "media.too-small",
                        "The video has %d bytes; %s takes %d or more.".formatted(size, platform.displayName(), least),
                        "Send a larger file."));
    }

    private static Optional<FieldError> unusable(String pointer, Finding finding) {
        return switch (finding) {
            case Finding.Usable usable -> Optional.empty();
            case Finding.Unusable why -> Optional.of(new FieldError(pointer, why.code(), why.detail(), why.fix()));
        };
    }
}
