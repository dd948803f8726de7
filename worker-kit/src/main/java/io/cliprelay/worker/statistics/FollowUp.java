package io.cliprelay.worker.statistics;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.worker.upload.PostReader;

/** One reading of a post: asks, tells what came of it, and settles when to ask again. */
@ApplicationScoped
class FollowUp {

    private static final Logger LOG = Logger.getLogger(FollowUp.class);

    private final PostReader reader;
    private final Readings readings;
    private final WorkerConfig.Statistics config;
    private final InstantSource clock;

    FollowUp(PostReader reader, Readings readings, WorkerConfig config, InstantSource clock) {
        this.reader = reader;
        this.readings = readings;
        this.config = config.statistics();
        this.clock = clock;
    }

    /** Fails only where the outcome cannot be written down; the reading is due again then when its claim ends. */
    Uni<Void> of(Reading reading) {
        return reader.read(reading.upload())
                .onItemOrFailure()
                .transformToUni(
                        (found, failure) -> failure == null ? conclude(reading, found) : tryAgain(reading, failure));
    }

    private Uni<Void> conclude(Reading reading, Statistics found) {
        UploadRef upload = reading.upload().command().upload();
        String post = reading.upload().postId().orElseThrow();
        Instant now = clock.instant();
        return switch (found) {
            case Statistics.Counts counts ->
                readings.tell(
                        reading,
                        new PostEvent.Measured(
                                upload, post, now, counts.views(), counts.likes(), counts.comments(), counts.shares()),
                        NextReading.planned(reading.publishedAt(), config.after(), reading.takenAt()));
            case Statistics.Missing missing ->
                readings.tell(reading, new PostEvent.Missing(upload, post, now), Optional.empty());
            case Statistics.Untold untold -> readings.move(reading, Optional.empty());
        };
    }

    private Uni<Void> tryAgain(Reading reading, Throwable failure) {
        Instant earliest = NextReading.earliest(failure, reading.publishedAt(), reading.takenAt(), config.pause());
        Optional<Instant> next = NextReading.again(reading.publishedAt(), config.after(), earliest);
        LOG.infof(
                "The statistics of the post of upload %s could not be read, %s: %s",
                reading.upload().id(), next.map(at -> "tried again at " + at).orElse("given up"), failure.getMessage());
        return readings.move(reading, next);
    }
}
