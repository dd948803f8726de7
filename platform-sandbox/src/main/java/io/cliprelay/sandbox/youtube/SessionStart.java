package io.cliprelay.sandbox.youtube;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.LiveSettings;
import io.cliprelay.sandbox.Settings;
import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.gallery.Processing.Outcome;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.media.MediaStore;
import io.cliprelay.sandbox.oauth.Grant;
import io.cliprelay.sandbox.oauth.Tokens;
import io.cliprelay.sandbox.traffic.Tallies;

/**
 * {@code videos.insert}, the opening of a resumable session: who, may he, has he quota left, is the metadata right,
 * in this order. The upload bucket is charged here, before any byte.
 */
@Singleton
class SessionStart implements ApiEndpoint {

    static final Set<String> PARTS = Set.of(
            "id",
            "snippet",
            "status",
            "contentDetails",
            "fileDetails",
            "localizations",
            "paidProductPlacementDetails",
            "player",
            "processingDetails",
            "recordingDetails",
            "statistics",
            "suggestions",
            "topicDetails",
            "liveStreamingDetails");
    private static final long LARGEST_FILE = 256L << 30;

    private final Scopes scopes;
    private final Quota quota;
    private final UploadSessions sessions;
    private final MediaStore media;
    private final LiveSettings settings;
    private final Tallies tallies;
    private final Tokens random;
    private final ObjectMapper mapper;
    private final Clock clock;

    SessionStart(
            Scopes scopes,
            Quota quota,
            UploadSessions sessions,
            MediaStore media,
            LiveSettings settings,
            Tallies tallies,
            Tokens random,
            ObjectMapper mapper,
            Clock clock) {
        this.scopes = scopes;
        this.quota = quota;
        this.sessions = sessions;
        this.media = media;
        this.settings = settings;
        this.tallies = tallies;
        this.random = random;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public String operation() {
        return YouTube.SESSION_START;
    }

    @Override
    public Optional<String> title(HttpServerRequest request, Buffer body) {
        try {
            return Optional.of(json(body).path("snippet").path("title").asText(""));
        } catch (ApiRefusal unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Answer serve(ApiRequest request) {
        if (!request.parameter("uploadType").filter("resumable"::equals).isPresent()) {
            throw ApiRefusal.of("badRequest", "uploadType must be resumable or multipart.");
        }
        String contentType = Optional.ofNullable(request.http().getHeader("X-Upload-Content-Type"))
                .orElse("application/octet-stream");
        UploadSession session = open(request, json(request.body()), contentType, declaredBytes(request));
        sessions.add(session);
        tallies.of(YouTube.ID).sessionOpened();
        request.fault().ifPresent(fault -> actOut(fault, session));
        return answer(request, session.opening());
    }

    /** Checks everything that can be checked before the first byte. */
    UploadSession open(ApiRequest request, JsonNode body, String contentType, OptionalLong declaredBytes) {
        Grant grant = scopes.require(request.authorization(), Scopes.UPLOAD);
        Set<String> parts = request.parts(PARTS);
        quota.chargeUpload(grant.channel().id());
        checkMedia(contentType, declaredBytes);
        Settings now = settings.current();
        Instant instant = clock.instant();
        var opening = new UploadSession.Opening(
                "A" + random.randomText(48),
                grant.channel(),
                MetadataRules.apply(body, parts, instant, now),
                parts,
                declaredBytes,
                contentType,
                Optional.ofNullable(request.http().getHeader("Slug")).orElse("unknown"),
                instant,
                instant.plus(now.sessionLifetime()));
        return new UploadSession(opening, media.begin());
    }

    private static void checkMedia(String contentType, OptionalLong declaredBytes) {
        if (!contentType.startsWith("video/") && !contentType.startsWith("application/octet-stream")) {
            throw ApiRefusal.of(
                    "badContent",
                    "Media type '" + contentType
                            + "' is not supported. Valid media types: [video/*, application/octet-stream]");
        }
        if (declaredBytes.orElse(1) == 0) {
            throw ApiRefusal.of("mediaBodyRequired");
        }
        if (declaredBytes.orElse(1) > LARGEST_FILE) {
            throw ApiRefusal.of("uploadTooLarge");
        }
    }

    private static OptionalLong declaredBytes(ApiRequest request) {
        String header = request.http().getHeader("X-Upload-Content-Length");
        if (header == null) {
            return OptionalLong.empty();
        }
        if (!header.matches("\\d{1,18}")) {
            throw ApiRefusal.of("badRequest", "Invalid value for X-Upload-Content-Length: " + header);
        }
        return OptionalLong.of(Long.parseLong(header));
    }

    JsonNode json(Buffer body) {
        try {
            JsonNode json = mapper.readTree(body.getBytes());
            return json == null || json.isMissingNode() ? mapper.createObjectNode() : json;
        } catch (JsonProcessingException e) {
            throw ApiRefusal.of("parseError");
        } catch (java.io.IOException e) {
            throw new IllegalStateException("Reading from memory does not fail", e);
        }
    }

    static void actOut(FaultAction fault, UploadSession session) {
        if (fault instanceof FaultAction.ProcessingFailure failure) {
            session.willEnd(Outcome.FAILED, failure.reason());
        } else if (fault instanceof FaultAction.Rejection rejection) {
            session.willEnd(Outcome.REJECTED, rejection.reason());
        }
    }

    private static Answer answer(ApiRequest request, UploadSession.Opening opening) {
        String parts = URLEncoder.encode(String.join(",", opening.parts()), StandardCharsets.UTF_8);
        return Answer.empty(200)
                .with("X-GUploader-UploadID", opening.id())
                .with(
                        "Location",
                        request.base() + request.http().path() + "?part=" + parts + "&uploadType=resumable&upload_id="
                                + opening.id())
                .with("ETag", "\"" + opening.id().substring(0, 27) + "\"")
                .with("Vary", "X-Origin")
                .with("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .with("Content-Type", "text/html; charset=UTF-8")
                .with("Server", "UploadServer");
    }
}
