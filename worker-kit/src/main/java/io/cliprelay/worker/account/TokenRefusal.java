package io.cliprelay.worker.account;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/** What a failed refresh means (RFC 6749, section 5.2). The answer itself is not repeated: it may name secrets. */
final class TokenRefusal {

    private TokenRefusal() {}

    static UploadException of(ConnectedAccount account, Throwable failure) {
        String answer = String.valueOf(failure.getMessage());
        if (answer.contains("invalid_grant")) {
            return refused(
                    "invalid_grant",
                    "The consent for account %s has expired or was revoked".formatted(account.name()),
                    "Connect the account again, then submit the clip again.");
        }
        if (answer.contains("invalid_client") || answer.contains("unauthorized_client")) {
            return refused(
                    "invalid_client",
                    "The platform does not know this installation's client",
                    "The operator has to check the client id and secret of the worker.");
        }
        return UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(
                "token.unavailable",
                "No access token for account %s could be fetched".formatted(account.name()),
                "Nothing to do: it is tried again.")));
    }

    private static UploadException refused(String code, String message, String fix) {
        return UploadException.refused(new UploadFailure.Auth(new UploadFailure.Reason(code, message, fix)));
    }
}
