package io.cliprelay.sandbox.media;

import java.time.Duration;
import java.util.Optional;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.http.Answer;

/**
 * What a fault means for a request on an upload session.
 *
 * @param instead answered instead of doing anything
 * @param bytesPerSecond overrides the settings' throttle; 0: does not
 * @param cutAfter bytes after which the connection is closed; negative: never
 * @param keepAtMost how many bytes of the request may be kept
 * @param answerLost everything is done, the answer is not sent
 */
public record MediaFault(
        Optional<Answer> instead,
        Duration delay,
        long bytesPerSecond,
        long cutAfter,
        long keepAtMost,
        boolean answerLost) {

    private static final MediaFault NONE =
            new MediaFault(Optional.empty(), Duration.ZERO, 0, -1, Long.MAX_VALUE, false);

    public static MediaFault of(Optional<FaultAction> fault) {
        return fault.map(MediaFault::of).orElse(NONE);
    }

    /** Actions that change tokens, the session or the video are no matter of the request itself. */
    private static MediaFault of(FaultAction fault) {
        return switch (fault) {
            case FaultAction.Status status ->
                new MediaFault(Optional.of(status.answer()), Duration.ZERO, 0, -1, Long.MAX_VALUE, false);
            case FaultAction.Delay delay ->
                new MediaFault(Optional.empty(), delay.time(), 0, -1, Long.MAX_VALUE, false);
            case FaultAction.Throttle throttle ->
                new MediaFault(Optional.empty(), Duration.ZERO, throttle.bytesPerSecond(), -1, Long.MAX_VALUE, false);
            case FaultAction.CutBeforeEffect cut ->
                new MediaFault(Optional.empty(), Duration.ZERO, 0, cut.afterBytes(), Long.MAX_VALUE, false);
            case FaultAction.CutAfterEffect cut ->
                new MediaFault(Optional.empty(), Duration.ZERO, 0, -1, Long.MAX_VALUE, true);
            case FaultAction.StoreLess less ->
                new MediaFault(Optional.empty(), Duration.ZERO, 0, -1, less.bytes(), false);
            case FaultAction.ProcessingFailure failure -> NONE;
            case FaultAction.Rejection rejection -> NONE;
            case FaultAction.ForgetSession forget -> NONE;
            case FaultAction.RevokeAccessToken revoke -> NONE;
            case FaultAction.RevokeRefreshToken revoke -> NONE;
        };
    }
}
