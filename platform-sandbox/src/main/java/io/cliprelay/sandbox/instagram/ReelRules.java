package io.cliprelay.sandbox.instagram;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What the API demands of a container for a Reel; stricter than the real one, which ignores what it does not know. */
@Singleton
class ReelRules {

    private static final int CAPTION = 2200;
    private static final int HASHTAGS = 30;
    private static final int MENTIONS = 20;
    private static final int COLLABORATORS = 3;
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{N}_]+");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w.])@[A-Za-z0-9_.]+");

    private static final Set<String> KNOWN = Set.of(
            "media_type",
            "video_url",
            "upload_type",
            "caption",
            "cover_url",
            "thumb_offset",
            "share_to_feed",
            "collaborators",
            "user_tags",
            "location_id",
            "audio_name",
            "trial_params",
            "is_ai_generated",
            "is_paid_partnership",
            "branded_content_sponsor_ids",
            "access_token");

    private static final Set<String> FACEBOOK_ONLY =
            Set.of("location_id", "is_paid_partnership", "branded_content_sponsor_ids");

    private final ObjectMapper mapper;

    ReelRules(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads the parameters.
     *
     * @throws GraphRefusal naming what is wrong
     */
    ReelOrder read(GraphRequest request) {
        checkNames(request);
        if (!request.require("media_type").equals("REELS")) {
            throw GraphRefusal.of("100/2207023");
        }
        String caption = request.parameter("caption").orElse("");
        checkCaption(caption);
        checkOptions(request);
        return new ReelOrder(source(request), caption, given(request));
    }

    private static void checkNames(GraphRequest request) {
        var unknown = new TreeSet<>(request.parameters().keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw GraphRefusal.of("100", "(#100) Unknown parameters " + unknown);
        }
        if (request.login() == Login.INSTAGRAM) {
            FACEBOOK_ONLY.stream()
                    .filter(name -> request.parameter(name).isPresent())
                    .findFirst()
                    .ifPresent(name -> {
                        throw GraphRefusal.of("100", "(#100) " + name + " is not available with Instagram Login");
                    });
        }
    }

    private static Optional<String> source(GraphRequest request) {
        Optional<String> url = request.parameter("video_url");
        Optional<String> type = request.parameter("upload_type");
        if (url.isPresent() == type.isPresent()) {
            throw GraphRefusal.of("100", "(#100) Exactly one of video_url and upload_type is required");
        }
        type.ifPresent(value -> checkResumable(request.login(), value));
        url.ifPresent(value -> checkUrl("video_url", value));
        return url;
    }

    private static void checkResumable(Login login, String type) {
        if (!type.equals("resumable")) {
            throw GraphRefusal.of("100", "(#100) upload_type must be resumable");
        }
        if (login == Login.INSTAGRAM) {
            throw GraphRefusal.of("100", "(#100) Resumable uploads are not available with Instagram Login");
        }
    }

    private static void checkUrl(String name, String value) {
        boolean ascii = value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (!ascii || !value.matches("https?://.+") || URI.create(value).getHost() == null) {
            throw GraphRefusal.of("9004/2207052", "The " + name + " is no URL of US-ASCII characters");
        }
    }

    private static void checkCaption(String caption) {
        if (caption.codePointCount(0, caption.length()) > CAPTION) {
            throw GraphRefusal.of("36004/2207010");
        }
        if (HASHTAG.matcher(caption).results().count() > HASHTAGS) {
            throw GraphRefusal.of("100", "(#100) The caption has more than 30 hashtags");
        }
        if (MENTION.matcher(caption).results().count() > MENTIONS) {
            throw GraphRefusal.of("100/2207040");
        }
    }

    private void checkOptions(GraphRequest request) {
        request.flag("share_to_feed", true);
        request.flag("is_ai_generated", false);
        request.flag("is_paid_partnership", false);
        request.parameter("cover_url").ifPresent(url -> checkUrl("cover_url", url));
        request.parameter("thumb_offset")
                .filter(value -> !value.matches("\\d{1,7}"))
                .ifPresent(value -> {
                    throw GraphRefusal.of("1/2207057");
                });
        checkList(request, "collaborators", COLLABORATORS);
        checkList(request, "branded_content_sponsor_ids", 2);
    }

    private void checkList(GraphRequest request, String name, int most) {
        request.parameter(name)
                .map(this::json)
                .filter(list -> !list.isArray() || list.size() > most)
                .ifPresent(list -> {
                    throw GraphRefusal.of("100", "(#100) " + name + " must be a JSON array of at most " + most);
                });
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text);
        } catch (IOException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static JsonNode given(GraphRequest request) {
        var given = JsonNodeFactory.instance.objectNode();
        request.parameters().forEach(given::put);
        given.remove("access_token");
        return given;
    }
}
