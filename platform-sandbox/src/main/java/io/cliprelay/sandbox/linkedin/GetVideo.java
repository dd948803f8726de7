package io.cliprelay.sandbox.linkedin;

import java.time.Clock;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.http.Answer;

/** {@code GET /rest/videos/URN}: how far a video is. Whether a member's token may ask is a setting. */
@Singleton
class GetVideo implements RestEndpoint {

    private final Videos videos;
    private final SettingsInForce settings;
    private final Clock clock;

    GetVideo(Videos videos, SettingsInForce settings, Clock clock) {
        this.videos = videos;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String operation() {
        return LinkedIn.GET_VIDEO;
    }

    @Override
    public Answer serve(RestRequest request) {
        if (!request.urn().startsWith("urn:li:video:")) {
            throw RestRefusal.of("INVALID_URN_TYPE");
        }
        Video video = videos.find(request.urn()).orElseThrow(() -> RestRefusal.of("NOT_FOUND"));
        if (!request.member().mayPostAs(video.start().owner()) || !canBeRead(video)) {
            throw RestRefusal.of("forbidden-video");
        }
        video.polled();
        return Answer.json(200, shown(video));
    }

    private boolean canBeRead(Video video) {
        return settings.current().membersMayReadVideos()
                || Member.isOrganization(video.start().owner());
    }

    /** Where it stands; polls count where it can be asked for. */
    Video.State state(Video video) {
        return video.state(clock.instant(), settings.current(), canBeRead(video));
    }

    private ObjectNode shown(Video video) {
        Video.State state = state(video);
        var body = JsonNodeFactory.instance.objectNode();
        body.put("id", video.start().urn()).put("owner", video.start().owner()).put("status", state.name());
        if (state == Video.State.AVAILABLE) {
            body.put("duration", 30_000).put("aspectRatioWidth", 16).put("aspectRatioHeight", 9);
        }
        if (state == Video.State.PROCESSING_FAILED) {
            body.put("processingFailureReason", video.failureReason().orElseThrow());
        }
        return body;
    }
}
