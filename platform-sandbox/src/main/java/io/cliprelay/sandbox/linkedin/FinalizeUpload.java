package io.cliprelay.sandbox.linkedin;

import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.http.Answer;

/** {@code POST /rest/videos?action=finalizeUpload}: all parts are there, by their ETags. */
@Singleton
class FinalizeUpload implements RestEndpoint {

    private final Videos videos;
    private final SettingsInForce settings;
    private final Clock clock;

    FinalizeUpload(Videos videos, SettingsInForce settings, Clock clock) {
        this.videos = videos;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String operation() {
        return LinkedIn.FINALIZE;
    }

    @Override
    public Answer serve(RestRequest request) {
        JsonNode wish = request.body().path("finalizeUploadRequest");
        if (!wish.path("uploadToken").isTextual()) {
            throw RestRefusal.of("MISSING_FIELD", "uploadToken is required but missing");
        }
        Video video = videos.find(wish.path("video").asText("")).orElseThrow(() -> RestRefusal.of("INVALID_VIDEO_ID"));
        if (!request.member().mayPostAs(video.start().owner())) {
            throw RestRefusal.of("forbidden-video");
        }
        request.fault().ifPresent(fault -> actOut(fault, video));
        return answer(video.finalizeWith(partIds(wish), clock.instant()));
    }

    private Answer answer(Video.Finalizing outcome) {
        return switch (outcome) {
            case DONE -> Answer.empty(200);
            case REPEATED -> {
                if (settings.current().refuseRepeatedFinalize()) {
                    throw RestRefusal.of("INVALID_VALUE_FOR_FIELD", "video can't be set to one that is finalized");
                }
                yield Answer.empty(200);
            }
            case COUNT_DIFFERS ->
                throw RestRefusal.of(
                        "INVALID_VALUE_FOR_FIELD", "uploadedPartIds can't be set to another number of ids");
        };
    }

    static void actOut(FaultAction fault, Video video) {
        if (fault instanceof FaultAction.ProcessingFailure failure) {
            video.willFail(failure.reason());
        }
    }

    private static List<String> partIds(JsonNode wish) {
        return StreamSupport.stream(wish.path("uploadedPartIds").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
