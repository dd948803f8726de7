package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.fault.FaultRules;
import io.cliprelay.sandbox.http.RequestAddress;
import io.cliprelay.sandbox.media.MediaFault;
import io.cliprelay.sandbox.traffic.Exchange;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tallies;

/** Bytes for an upload URL. The body is read to its end before anything is answered. */
@Singleton
class UploadPut {

    private final Publications publications;
    private final Publishing publishing;
    private final FaultRules faults;
    private final SettingsInForce settings;
    private final Journal journal;
    private final Tallies tallies;
    private final Clock clock;

    UploadPut(
            Publications publications,
            Publishing publishing,
            FaultRules faults,
            SettingsInForce settings,
            Journal journal,
            Tallies tallies,
            Clock clock) {
        this.publications = publications;
        this.publishing = publishing;
        this.faults = faults;
        this.settings = settings;
        this.journal = journal;
        this.tallies = tallies;
        this.clock = clock;
    }

    void handle(RoutingContext context) {
        HttpServerRequest request = context.request().pause();
        var call = journal.arrived(TikTok.ID, TikTok.UPLOAD_CHUNK, request);
        var exchange = new Exchange(context, call, clock);
        Optional<Publication> publication = publication(request);
        publication.ifPresent(known -> {
            call.belongsTo(known.start().publishId());
            call.speaksFor(known.start().creator().name());
        });
        Optional<String> title =
                publication.flatMap(known -> known.start().post()).map(PostInfo::title);
        Optional<FaultAction> action = faults.take(call, title);
        publication.ifPresent(known -> action.ifPresent(fault -> actOut(fault, known)));
        var fault = MediaFault.of(action);
        if (fault.delay().isZero()) {
            proceed(exchange, fault);
        } else {
            exchange.vertx().setTimer(fault.delay().toMillis(), timer -> proceed(exchange, fault));
        }
    }

    private Optional<Publication> publication(HttpServerRequest request) {
        return publications.ofUpload(
                Objects.requireNonNullElse(request.getParam("upload_id"), ""),
                Objects.requireNonNullElse(request.getParam("upload_token"), ""));
    }

    private static void actOut(FaultAction fault, Publication publication) {
        if (fault instanceof FaultAction.ForgetSession) {
            publication.lose();
        } else {
            VideoInit.actOut(fault, publication);
        }
    }

    private void proceed(Exchange exchange, MediaFault fault) {
        Optional<Publication> publication = publication(exchange.request());
        var media = new MediaExchange(exchange, publication, fault, settings.current(), tallies.of(TikTok.ID));
        if (fault.instead().isPresent()) {
            media.dropThenAnswer(fault.instead().get());
            return;
        }
        UploadHeaders.check(exchange.request(), publication, settings.current(), clock.instant())
                .ifPresentOrElse(media::dropThenRefuse, () -> store(exchange.request(), media));
    }

    private void store(HttpServerRequest request, MediaExchange media) {
        media.store(
                ContentRange.of(request.getHeader("Content-Range")).orElseThrow(),
                publishing.at(RequestAddress.base(request), request.getHeader("Content-Type")));
    }
}
