package io.cliprelay.instagram;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/** The parameters of a container for a Reel, made of what the user gave. Plain functions. */
final class ReelOrder {

    private static final int COLLABORATORS = 3;
    private static final int SPONSORS = 2;
    private static final List<String> FACEBOOK_ONLY =
            List.of(InstagramDescriptor.LOCATION, InstagramDescriptor.PAID_PARTNERSHIP, InstagramDescriptor.SPONSORS);

    private ReelOrder() {}

    /**
     * All parameters.
     *
     * @throws UploadException where the content asks for what Instagram does not have
     */
    static Map<String, String> of(PostContent content, String caption, Login login, InstagramConfig config) {
        checkPrivacy(content.privacy());
        checkLogin(content, login);
        Map<String, String> order = new LinkedHashMap<>();
        order.put("media_type", "REELS");
        order.putAll(source(content.media(), login));
        order.put("caption", caption);
        order.put(
                "share_to_feed",
                option(content, InstagramDescriptor.SHARE_TO_FEED).orElse(Boolean.toString(config.shareToFeed())));
        cover(content).ifPresent(url -> order.put("cover_url", url));
        options(content, order);
        return order;
    }

    /** Whether Meta is to fetch the video; bytes are sent else. */
    static boolean isFetched(MediaReference media, Login login) {
        return login == Login.INSTAGRAM || isPublic(media.uri());
    }

    private static Map<String, String> source(MediaReference media, Login login) {
        if (!isFetched(media, login)) {
            return Map.of("upload_type", "resumable");
        }
        if (!isPublic(media.uri())) {
            throw refused(
                    "instagram.media-not-public",
                    "An account by Instagram login cannot be sent bytes: Instagram fetches the video itself, and cannot "
                            + "reach %s".formatted(media.uri()),
                    "Submit the clip with an https address of the video that anybody can read, or connect the account "
                            + "by Facebook login.");
        }
        return Map.of("video_url", media.uri().toASCIIString());
    }

    private static boolean isPublic(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static void checkPrivacy(Privacy privacy) {
        if (privacy != Privacy.PUBLIC) {
            throw refused(
                    "instagram.privacy",
                    "Instagram has no privacy for single Reels; this one was to be "
                            + privacy.name().toLowerCase(Locale.ROOT),
                    "Submit the clip as public, or with auto-publish=false to prepare it only.");
        }
    }

    private static void checkLogin(PostContent content, Login login) {
        if (login == Login.INSTAGRAM) {
            FACEBOOK_ONLY.stream()
                    .filter(name -> option(content, name).isPresent())
                    .findFirst()
                    .ifPresent(name -> {
                        throw refused(
                                "instagram.option-of-facebook-login",
                                "Option %s is not to be had with an account by Instagram login".formatted(name),
                                "Leave the option out, or connect the account by Facebook login.");
                    });
        }
    }

    /** Meta must be able to fetch it; {@link Closing} says so of one that it cannot. */
    static Optional<String> cover(PostContent content) {
        return content.thumbnail()
                .map(MediaReference::uri)
                .filter(ReelOrder::isPublic)
                .map(URI::toASCIIString);
    }

    private static void options(PostContent content, Map<String, String> order) {
        option(content, InstagramDescriptor.COVER_OFFSET).ifPresent(value -> order.put("thumb_offset", millis(value)));
        option(content, InstagramDescriptor.COLLABORATORS)
                .ifPresent(value -> order.put("collaborators", array(value, COLLABORATORS)));
        flag(content, InstagramDescriptor.SYNTHETIC_MEDIA, "is_ai_generated", order);
        flag(content, InstagramDescriptor.PAID_PARTNERSHIP, "is_paid_partnership", order);
        option(content, InstagramDescriptor.SPONSORS)
                .ifPresent(value -> order.put("branded_content_sponsor_ids", array(value, SPONSORS)));
        option(content, InstagramDescriptor.AUDIO_NAME).ifPresent(value -> order.put("audio_name", value));
        option(content, InstagramDescriptor.LOCATION).ifPresent(value -> order.put("location_id", value));
        option(content, InstagramDescriptor.TRIAL)
                .ifPresent(value -> order.put("trial_params", "{\"graduation_strategy\":\"%s\"}".formatted(value)));
    }

    private static void flag(PostContent content, String option, String parameter, Map<String, String> order) {
        option(content, option).filter("true"::equals).ifPresent(value -> order.put(parameter, value));
    }

    private static Optional<String> option(PostContent content, String name) {
        return Optional.ofNullable(content.options().get(name)).filter(value -> !value.isBlank());
    }

    private static String millis(String value) {
        if (!value.matches("\\d{1,7}")) {
            throw refused(
                    "instagram.cover-offset",
                    "Option %s is %s".formatted(InstagramDescriptor.COVER_OFFSET, value),
                    "Give milliseconds from the start of the video, such as 1500.");
        }
        return value;
    }

    /** Names and numbers have no character that JSON would escape. */
    private static String array(String value, int most) {
        List<String> names = Stream.of(value.split(","))
                .map(name -> name.strip().replaceFirst("^@", ""))
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.size() > most || !names.stream().allMatch(name -> name.matches("[A-Za-z0-9._]+"))) {
            throw refused(
                    "instagram.names",
                    "\"%s\" is no list of at most %d names".formatted(value, most),
                    "Give up to %d plain names, separated by commas.".formatted(most));
        }
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static UploadException refused(String code, String message, String fix) {
        return UploadException.refused(new UploadFailure.InvalidInput(new UploadFailure.Reason(code, message, fix)));
    }
}
