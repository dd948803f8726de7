package io.cliprelay.sandbox.linkedin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.media.MediaStore;
import io.cliprelay.sandbox.traffic.Tallies;

/** {@code POST /rest/videos?action=initializeUpload}: splits the file into parts, each with an address of its own. */
@Singleton
class InitializeUpload implements RestEndpoint {

    private static final long LARGEST_FILE = 500L * 1024 * 1024;

    private final Videos videos;
    private final MediaStore media;
    private final Tokens random;
    private final SettingsInForce settings;
    private final Tallies tallies;
    private final Clock clock;

    InitializeUpload(
            Videos videos, MediaStore media, Tokens random, SettingsInForce settings, Tallies tallies, Clock clock) {
        this.videos = videos;
        this.media = media;
        this.random = random;
        this.settings = settings;
        this.tallies = tallies;
        this.clock = clock;
    }

    @Override
    public String operation() {
        return LinkedIn.INITIALIZE;
    }

    @Override
    public Answer serve(RestRequest request) {
        if (!"initializeUpload".equals(request.query().get("action"))) {
            throw RestRefusal.of("ILLEGAL_ARGUMENT", "Resource method could not be resolved from request parameters.");
        }
        JsonNode wish = request.body().path("initializeUploadRequest");
        String owner = owner(request.member(), wish.path("owner").asText(""));
        Video video = video(
                owner,
                request.member(),
                size(wish),
                wish.path("uploadThumbnail").asBoolean());
        videos.add(video);
        tallies.of(LinkedIn.ID).sessionOpened();
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("value", value(video, request.base()));
        return Answer.json(200, answer);
    }

    private static String owner(Member member, String owner) {
        if (owner.isEmpty()) {
            throw RestRefusal.of("MISSING_FIELD", "owner is required but missing");
        }
        if (!member.mayPostAs(owner)) {
            throw RestRefusal.of("ACCESS_DENIED", "Not enough permissions to access: videos.ACTION-initializeUpload");
        }
        return owner;
    }

    private static long size(JsonNode wish) {
        JsonNode size = wish.path("fileSizeBytes");
        if (!size.isIntegralNumber() || size.asLong() < 1 || size.asLong() > LARGEST_FILE) {
            throw RestRefusal.of("INVALID_VALUE_FOR_FIELD", "fileSizeBytes can't be set to " + size);
        }
        return size.asLong();
    }

    private Video video(String owner, Member member, long size, boolean withThumbnail) {
        Instant now = clock.instant();
        var start = new Video.Start(
                "C5505AQ" + random.randomText(12),
                owner,
                member.name(),
                size,
                withThumbnail ? Optional.of("thumbnail-" + random.randomText(24)) : Optional.empty(),
                now,
                now.plus(settings.current().uploadUrlLifetime()));
        return new Video(start, parts(size), media.begin());
    }

    private List<Part> parts(long size) {
        long most = settings.current().partBytes();
        var parts = new ArrayList<Part>();
        for (long first = 0; first < size; first += most) {
            long last = Math.min(first + most, size) - 1;
            parts.add(Part.awaited(parts.size(), first, last, random.randomText(24)));
        }
        return parts;
    }

    private static ObjectNode value(Video video, String base) {
        Video.Start start = video.start();
        var value = JsonNodeFactory.instance.objectNode();
        value.put("uploadUrlsExpireAt", start.urlsExpireAt().toEpochMilli())
                .put("video", start.urn())
                .put("uploadToken", "");
        var instructions = value.putArray("uploadInstructions");
        String address = base + LinkedIn.PATH + "/dms-uploads/" + start.id() + "/uploadedVideo?sau=";
        video.parts().forEach(part -> instructions
                .addObject()
                .put("uploadUrl", address + part.sau())
                .put("firstByte", part.firstByte())
                .put("lastByte", part.lastByte()));
        start.thumbnailSau().ifPresent(sau -> value.put("thumbnailUploadUrl", address + sau));
        return value;
    }
}
