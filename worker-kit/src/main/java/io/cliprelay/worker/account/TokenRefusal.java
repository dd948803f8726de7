package io.cliprelay.worker.account;

import java.util.Locale;
import java.util.stream.Stream;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/** What a failed refresh means (RFC 6749, section 5.2). The answer itself is not repeated: it may name secrets. */
final class TokenRefusal {

    private TokenRefusal() {}

    static UploadException of(ConnectedAccount account, Throwable failure) {
        if (failure instanceof UploadException told) {
            // That it was a token that was refused invites to fetch another, which is what failed.
            return told.tokenRefused() ? UploadException.refused(told.failure()) : told;
        }
        String answer = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // LinkedIn says invalid_request where others say invalid_grant.
        if (namesOneOf(answer, "invalid_grant", "invalid_request")) {
            return refused(
                    "invalid_grant",
                    "The consent for account %s has expired or was revoked".formatted(account.name()),
                    "Connect the account again, then submit the clip again.");
        }
        if (namesOneOf(answer, "invalid_client", "unauthorized_client")) {
            return refused(
                    "invalid_client",
                    "The platform does not know this installation's client",
                    "The operator has to check the client id and secret of the worker.");
        }
        return unavailable(account);
    }

    /** Nothing is left that could be exchanged for a new token. */
    static UploadException expired(ConnectedAccount account) {
        return refused(
                "token.expired",
                "The access token of account %s ends or has ended, and there is no refresh token"
                        .formatted(account.name()),
                "Connect the account again, then submit the clip again.");
    }

    /** Nobody knows why not, and it may pass. */
    static UploadException unavailable(ConnectedAccount account) {
        return UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(
                "token.unavailable",
                "No access token for account %s could be fetched".formatted(account.name()),
                "Nothing to do: it is tried again.")));
    }

    private static boolean namesOneOf(String answer, String... errors) {
        return Stream.of(errors).anyMatch(answer::contains);
    }

    private static UploadException refused(String code, String message, String fix) {
        return UploadException.refused(new UploadFailure.Auth(new UploadFailure.Reason(code, message, fix)));
    }
}
