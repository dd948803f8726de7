package io.cliprelay.cli.progress;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import io.cliprelay.cli.api.UploadView;
import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadPhase;
import io.cliprelay.contracts.upload.UploadProgress;

/** What one line says of one upload. */
public record ProgressLine(Clock clock, ZoneId zone) {

    private static final int BAR = 20;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Without the clip's title and target. */
    String of(UploadTrack track) {
        UploadView upload = track.upload();
        return switch (upload.state()) {
            case SCHEDULED -> "scheduled" + upload.dueAt().map(this::startsIn).orElse("");
            case QUEUED -> "queued, waits for a worker";
            case UPLOADING ->
                track.progress().map(progress -> running(track, progress)).orElse("starting");
            case PROCESSING -> "sent, the platform processes it";
            case PUBLISHED ->
                "published"
                        + upload.permalink()
                                .map(URI::toString)
                                .map("  "::concat)
                                .orElse("");
            case DRAFTED ->
                "on the platform as a draft, waits for its owner"
                        + upload.draftExpiresAt()
                                .map(end -> " until " + WHEN.withZone(zone).format(end))
                                .orElse("");
            case RETRY_WAIT ->
                "tries again" + upload.nextAttemptAt().map(this::at).orElse("") + why(upload);
            case HELD -> "held" + upload.hold().map(this::cause).orElseGet(() -> why(upload));
            case UNCONFIRMED -> unconfirmed(upload);
            case FAILED -> "failed" + why(upload);
            case CANCELLED -> "cancelled";
        };
    }

    /** What is known of an upload that may or may not be there, and what its user can do. */
    public static String unconfirmed(UploadView upload) {
        return "the platform gave no clear answer, it is looked up" + why(upload)
                + "; once you know: ./cliprelay settle %s --published URL | --not-published".formatted(upload.id());
    }

    private String running(UploadTrack track, UploadProgress progress) {
        return switch (progress.phase()) {
            case OPENING -> "opening";
            case TRANSFERRING -> "%-12s %s".formatted(name(UploadPhase.TRANSFERRING), transfer(track, progress));
            case PROCESSING -> "sent, the platform processes it";
        };
    }

    static String name(UploadPhase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static String transfer(UploadTrack track, UploadProgress progress) {
        String left = progress.secondsLeft()
                .map(seconds -> "  " + Quantity.time(Duration.ofSeconds(seconds)) + " left")
                .orElse("");
        return "%s %3d %%  %s of %s  %s/s%s"
                .formatted(
                        bar(track.percent()),
                        track.percent(),
                        Quantity.bytes(progress.bytesSent()),
                        Quantity.bytes(progress.bytesTotal()),
                        Quantity.bytes(progress.bytesPerSecond()),
                        left);
    }

    static String bar(int percent) {
        int full = BAR * Math.clamp(percent, 0, 100) / 100;
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private String startsIn(Instant due) {
        Duration wait = Duration.between(clock.instant(), due);
        return wait.compareTo(Duration.ofHours(24)) > 0
                ? " for " + WHEN.withZone(zone).format(due)
                : ", starts in " + Quantity.time(wait);
    }

    private String cause(Hold hold) {
        return hold.until().map(until -> " until" + at(until).substring(3)).orElse("") + ": "
                + hold.reason().message() + " (" + hold.reason().fix() + ")";
    }

    private String at(Instant instant) {
        return " at " + WHEN.withZone(zone).format(instant);
    }

    private static String why(UploadView upload) {
        return Optional.of(upload)
                .flatMap(UploadView::failure)
                .map(failure -> ": " + failure.reason().message() + " ("
                        + failure.reason().fix() + ")")
                .orElse("");
    }
}
