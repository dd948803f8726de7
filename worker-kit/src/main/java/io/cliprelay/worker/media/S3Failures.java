package io.cliprelay.worker.media;

import java.net.URI;
import java.util.concurrent.CompletionException;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

import io.cliprelay.worker.spi.UploadException;

/** What the storage's answers mean (Amazon S3 API Reference, "Error responses"). */
final class S3Failures {

    private S3Failures() {}

    static UploadException of(URI uri, Throwable failure) {
        return switch (failure) {
            case UploadException known -> known;
            case CompletionException wrapped when wrapped.getCause() != null -> of(uri, wrapped.getCause());
            case AwsServiceException answer -> answered(uri, answer.statusCode(), answer);
            default -> unreachable(uri, failure.toString());
        };
    }

    static UploadException changed(URI uri, Object before, Object now) {
        return MediaFailures.of(
                "media.changed",
                "The object %s has changed: %s before, %s now".formatted(uri, before, now),
                "Submit the clip again with media that stays as it is.");
    }

    static UploadException unreachable(URI uri, String what) {
        return MediaFailures.passing(
                "media.unreachable",
                "The storage of %s gave no answer: %s".formatted(uri, what),
                "Check cliprelay.media.s3.endpoint and that it is up; it is tried again.");
    }

    private static UploadException answered(URI uri, int status, AwsServiceException answer) {
        return switch (status) {
            case 404 ->
                MediaFailures.of(
                        "media.missing",
                        "There is no object %s".formatted(uri),
                        "Put it there and submit the clip again.");
            case 401, 403 ->
                MediaFailures.of(
                        "media.forbidden",
                        "The storage of %s answered HTTP %d: the worker's key may not read it, or it is not there"
                                .formatted(uri, status),
                        "Let cliprelay.media.s3.access-key read and list the bucket, and submit the clip again.");
            case 412 -> changed(uri, "as when it was opened", "another entity tag");
            case 429 -> busy(uri, status);
            default -> status >= 500 && status != 501 ? busy(uri, status) : refused(uri, status, answer);
        };
    }

    private static UploadException busy(URI uri, int status) {
        return MediaFailures.passing(
                "media.unreachable", "The storage of %s answered HTTP %d".formatted(uri, status), "It is tried again.");
    }

    private static UploadException refused(URI uri, int status, AwsServiceException answer) {
        String code =
                answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
        return MediaFailures.of(
                "media.refused",
                "The storage of %s answered HTTP %d %s".formatted(uri, status, code),
                "Check cliprelay.media.s3.region, .endpoint and .path-style, and submit the clip again.");
    }
}
