package io.cliprelay.sandbox.linkedin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.fault.FaultRules;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.media.MediaFault;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tallies;

/** Bytes for one of the addresses that initialising gave. What opens them is the address alone. */
@Singleton
class UploadPut {

    private final Videos videos;
    private final Tokens random;
    private final FaultRules faults;
    private final SettingsInForce settings;
    private final Journal journal;
    private final Tallies tallies;
    private final Clock clock;

    UploadPut(
            Videos videos,
            Tokens random,
            FaultRules faults,
            SettingsInForce settings,
            Journal journal,
            Tallies tallies,
            Clock clock) {
        this.videos = videos;
        this.random = random;
        this.faults = faults;
        this.settings = settings;
        this.journal = journal;
        this.tallies = tallies;
        this.clock = clock;
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request().pause();
        boolean isThumbnail = sau(request).startsWith("thumbnail-");
        var call =
                journal.arrived(LinkedIn.ID, isThumbnail ? LinkedIn.UPLOAD_THUMBNAIL : LinkedIn.UPLOAD_PART, request);
        var exchange = new Exchange(context, call, clock);
        Optional<Video> video = video(request);
        video.ifPresent(known -> {
            call.belongsTo(known.start().urn());
            call.speaksFor(known.start().member());
        });
        Optional<FaultAction> action = faults.take(call, Optional.of(""));
        video.ifPresent(known -> action.ifPresent(fault -> actOut(fault, known)));
        var fault = MediaFault.of(action);
        if (fault.delay().isZero()) {
            proceed(exchange, fault, isThumbnail);
        } else {
            exchange.vertx().setTimer(fault.delay().toMillis(), timer -> proceed(exchange, fault, isThumbnail));
        }
    }

    private void proceed(Exchange exchange, MediaFault fault, boolean isThumbnail) {
        HttpServerRequest request = exchange.request();
        Optional<Video> video = video(request);
        var body = new PutBody(exchange, video, fault, settings.current().uploadBytesPerSecond(), tallies);
        if (fault.instead().isPresent()) {
            body.dropThenAnswer(fault.instead().get());
        } else if (isThumbnail) {
            thumbnail(request, video, body);
        } else {
            part(request, video, body);
        }
    }

    private void thumbnail(HttpServerRequest request, Optional<Video> video, PutBody body) {
        Optional<Video> wanted =
                video.filter(known -> known.start().thumbnailSau().equals(Optional.of(sau(request))));
        if (wanted.isEmpty() || !"STILLIMAGE".equals(request.getHeader("media-type-family"))) {
            body.dropThenAnswer(Answer.empty(wanted.isEmpty() ? 403 : 400));
            return;
        }
        body.collect(Long.MAX_VALUE, bytes -> {
            wanted.get().illustrate(Sha256.of(bytes));
            return Answer.empty(201);
        });
    }

    private void part(HttpServerRequest request, Optional<Video> video, PutBody body) {
        Optional<Part> part = video.flatMap(known -> known.part(sau(request)));
        if (part.isEmpty() || isExpired(video.orElseThrow())) {
            body.dropThenAnswer(Answer.empty(403));
            return;
        }
        if (request.getHeader("Authorization") != null) {
            videos.countAuthorizedPart();
        }
        body.collect(part.get().length(), bytes -> stored(video.get(), part.get(), bytes));
    }

    private Answer stored(Video video, Part part, byte[] bytes) {
        if (bytes.length != part.length()) {
            return Answer.empty(400);
        }
        String etag = part.number() % 2 == 0
                ? Sha256.of(random.randomText(16).getBytes(StandardCharsets.UTF_8))
                : "/ambry-videoei/signedId/" + random.randomText(24) + ".bin";
        video.fill(part.number(), bytes, etag);
        return Answer.empty(200).with("ETag", part.number() % 2 == 0 ? "\"" + etag + "\"" : etag);
    }

    private boolean isExpired(Video video) {
        return !clock.instant().isBefore(video.start().urlsExpireAt());
    }

    private void actOut(FaultAction fault, Video video) {
        if (fault instanceof FaultAction.ForgetSession) {
            videos.remove(video);
        } else if (fault instanceof FaultAction.StoreLess) {
            video.scramble();
        } else {
            FinalizeUpload.actOut(fault, video);
        }
    }

    /** {@code /linkedin/dms-uploads/ID/uploadedVideo}. */
    private Optional<Video> video(HttpServerRequest request) {
        String[] segments = request.path().split("/");
        return segments.length == 5 ? videos.find("urn:li:video:" + segments[3]) : Optional.empty();
    }

    private static String sau(HttpServerRequest request) {
        return Optional.ofNullable(request.getParam("sau")).orElse("");
    }
}
