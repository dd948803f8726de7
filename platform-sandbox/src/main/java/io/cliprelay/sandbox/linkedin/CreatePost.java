package io.cliprelay.sandbox.linkedin;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.http.Answer;

/** {@code POST /rest/posts}: the one call that people see, and that has no key against repeats. */
@Singleton
class CreatePost implements RestEndpoint {

    private final Videos videos;
    private final GetVideo states;
    private final Posts posts;
    private final Duplicates duplicates;
    private final Tokens numbers;
    private final SettingsInForce settings;
    private final Clock clock;

    CreatePost(
            Videos videos,
            GetVideo states,
            Posts posts,
            Duplicates duplicates,
            Tokens numbers,
            SettingsInForce settings,
            Clock clock) {
        this.videos = videos;
        this.states = states;
        this.posts = posts;
        this.duplicates = duplicates;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String operation() {
        return LinkedIn.CREATE_POST;
    }

    @Override
    public Optional<String> title(JsonNode body) {
        return Optional.of(Posts.title(body));
    }

    @Override
    public Answer serve(RestRequest request) {
        JsonNode body = request.body();
        PostRules.check(body, request.member());
        Video video = video(body);
        String urn = "urn:li:ugcPost:" + numbers.postNumber();
        refuseRepeat(body, video, urn);
        posts.add(urn, body, video, request);
        return answer(urn);
    }

    private Video video(JsonNode body) {
        Video video = videos.find(Posts.media(body)).orElseThrow(() -> RestRefusal.of("INVALID_VIDEO_ID"));
        if (!video.start().owner().equals(body.path("author").asText())) {
            throw RestRefusal.of("INVALID_VALUE_FOR_FIELD", "author can't be set to another than the video's owner");
        }
        return switch (states.state(video)) {
            case AVAILABLE -> video;
            case WAITING_UPLOAD, PROCESSING -> throw RestRefusal.of("MEDIA_ASSET_WAITING_UPLOAD");
            case PROCESSING_FAILED -> throw RestRefusal.of("MEDIA_ASSET_PROCESSING_FAILED");
        };
    }

    private void refuseRepeat(JsonNode body, Video video, String urn) {
        LinkedInSettings now = settings.current();
        if (now.ghostDuplicates()) {
            throw new RestRefusal(RestError.duplicateOf("urn:li:share:" + numbers.postNumber()));
        }
        var key = new Duplicates.Key(
                video.start().owner(),
                body.path("commentary").asText(),
                now.duplicatesByText() ? "" : video.start().urn());
        Instant at = clock.instant();
        duplicates.firstOf(key, urn, at, now.duplicateWindow()).ifPresent(first -> {
            throw new RestRefusal(RestError.duplicateOf(first));
        });
    }

    private Answer answer(String urn) {
        if (settings.current().timeoutAfterPost()) {
            return ErrorTable.row("gateway-timeout").orElseThrow().answer();
        }
        return settings.current().omitPostId()
                ? Answer.empty(201)
                : Answer.empty(201).with("x-restli-id", urn);
    }
}
