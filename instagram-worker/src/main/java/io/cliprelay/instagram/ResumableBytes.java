package io.cliprelay.instagram;

import java.time.InstantSource;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.UploadAnswer;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * Bytes for containers (developers.facebook.com/docs/instagram-platform/content-publishing/resumable-uploads): one
 * request from an offset to the end; where it breaks, the container says how far it came.
 */
@ApplicationScoped
class ResumableBytes {

    private final BytesApi api;
    private final Containers containers;
    private final InstantSource clock;

    ResumableBytes(@RestClient BytesApi api, Containers containers, InstantSource clock) {
        this.api = api;
        this.containers = containers;
        this.clock = clock;
    }

    Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range) {
        return Calls.answered(api.send(
                        Ticket.of(handle).uri().orElseThrow(),
                        "OAuth " + request.token().value(),
                        range.offset(),
                        range.total(),
                        "application/octet-stream",
                        range.length(),
                        range.bytes()))
                .map(answer -> GraphAnswer.of(answer, clock.instant()))
                .invoke(ResumableBytes::requireTrusted)
                .chain(answer -> containers.status(request, handle));
    }

    /** Of whatever else it says, the container tells what is so: it was seen to go on after errors, too. */
    private static void requireTrusted(GraphAnswer answer) {
        UploadAnswer told = answer.read(UploadAnswer.class).orElseGet(() -> answer.as(UploadAnswer.class));
        if (told.debugInfo() != null) {
            requireTrusted(told.debugInfo());
        } else if (!Boolean.TRUE.equals(told.success())) {
            throw answer.failed();
        }
    }

    private static void requireTrusted(UploadAnswer.DebugInfo info) {
        String type = Objects.requireNonNullElse(info.type(), "");
        String message = Objects.requireNonNullElse(info.message(), "");
        if (type.equals("NotAuthorizedError") || message.contains("unauthorized user request")) {
            throw UploadException.tokenRefused(new UploadFailure.Auth(
                    reason(type, message, "Connect the account again, then submit the clip again.")));
        }
        if (type.equals("ParameterValidationError")) {
            throw UploadException.refused(new UploadFailure.InvalidInput(
                    reason(type, message, "Tell the operator: Instagram does not take the request as it is.")));
        }
    }

    private static UploadFailure.Reason reason(String type, String message, String fix) {
        return new UploadFailure.Reason(type, "Instagram took no bytes: %s: %s".formatted(type, message), fix);
    }
}
