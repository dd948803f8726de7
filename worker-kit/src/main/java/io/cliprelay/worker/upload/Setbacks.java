package io.cliprelay.worker.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.inbox.UploadJournal;
import io.cliprelay.worker.spi.UploadException;

/**
 * Overcomes what can be overcome on the spot: a token that was refused is renewed, a passing failure is tried again, each
 * a few times within a second or two. Each new try begins with the upload as it is written down, so it asks the platform
 * before it sends. What stays is settled by {@link NextStep}.
 */
@ApplicationScoped
class Setbacks {

    private static final Logger LOG = Logger.getLogger(Setbacks.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final Authentication authentication;
    private final UploadJournal journal;
    private final WorkerConfig config;
    private final InstantSource clock;

    Setbacks(Authentication authentication, UploadJournal journal, WorkerConfig config, InstantSource clock) {
        this.authentication = authentication;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /** Does {@code work} with the upload as it stands, as often as it makes sense. */
    Uni<Optional<Instant>> overcome(StoredUpload upload, Work work) {
        return attempt(upload, work, Tries.NONE);
    }

    private Uni<Optional<Instant>> attempt(StoredUpload upload, Work work, Tries tries) {
        // A time limit strikes on a thread of its own; what follows belongs on the upload's.
        return OwnContext.keep(journal.current(upload).chain(now -> work.on(now, tries.lastSetback())))
                .onFailure(Surprise::is)
                .transform(failure -> Surprise.told(upload, failure))
                .onFailure(UploadException.class)
                .recoverWithUni(failure -> after(upload, work, tries, failure));
    }

    private Uni<Optional<Instant>> after(StoredUpload upload, Work work, Tries tries, UploadException failure) {
        LOG.infof("Upload %s met: %s", upload.id(), failure.getMessage());
        return switch (failure.failure()) {
            case UploadFailure.Auth auth
            when failure.tokenRefused() && tries.mayRenew() ->
                OwnContext.pause(tries.pauseBeforeRenewal()).chain(() -> attempt(upload, work, tries.renewed()));
            case UploadFailure.Transient passing
            when tries.mayTry() ->
                OwnContext.pause(tries.pause()).chain(() -> attempt(upload, work, tries.next(failure)));
            case UploadFailure.RateLimited limited
            when tries.mayTry() && soon(limited) ->
                OwnContext.pause(Duration.between(
                                clock.instant(), limited.until().orElseThrow()))
                        .chain(() -> attempt(upload, work, tries.next(failure)));
            case UploadFailure.Auth auth when failure.tokenRefused() -> refusedAgain(upload, auth);
            case UploadFailure.Auth auth -> settle(upload, failure);
            case UploadFailure.Transient passing -> settle(upload, failure);
            case UploadFailure.RateLimited limited -> settle(upload, failure);
            case UploadFailure.QuotaExhausted exhausted -> settle(upload, failure);
            case UploadFailure.InvalidInput invalid -> settle(upload, failure);
            case UploadFailure.ContentRejected rejected -> settle(upload, failure);
            case UploadFailure.Unknown unknown -> settle(upload, failure);
        };
    }

    /**
     * Tokens are granted and not taken: the platform is at odds with itself, or somebody revokes them at once. It may
     * pass, and the account's owner is not needed before a grant is refused.
     */
    private Uni<Optional<Instant>> refusedAgain(StoredUpload upload, UploadFailure.Auth auth) {
        UploadFailure passing = new UploadFailure.Transient(auth.reason());
        return authentication.refused(upload, passing).chain(() -> settle(upload, UploadException.refused(passing)));
    }

    /** A pause that is short enough to wait for it here. */
    private boolean soon(UploadFailure.RateLimited limited) {
        return limited.until()
                .filter(until -> until.isBefore(clock.instant().plus(LONGEST_PAUSE)))
                .isPresent();
    }

    private Uni<Optional<Instant>> settle(StoredUpload upload, UploadException failure) {
        return journal.current(upload).chain(now -> settleAsItStands(now, failure));
    }

    private Uni<Optional<Instant>> settleAsItStands(StoredUpload upload, UploadException failure) {
        return switch (NextStep.after(failure, upload, config.polling(), clock.instant())) {
            case NextStep.GiveBack back ->
                journal.failed(upload, back.failure()).replaceWith(Optional.empty());
            case NextStep.Reconcile reconcile ->
                journal.unclear(upload, reconcile.failure(), reconcile.at()).replaceWith(Optional.of(reconcile.at()));
            case NextStep.Judged judged ->
                journal.judged(upload, judged.verdict(), judged.at()).replaceWith(Optional.of(judged.at()));
            case NextStep.Postpone postponed ->
                journal.postponed(upload, postponed.failure(), postponed.at()).replaceWith(Optional.of(postponed.at()));
            case NextStep.LookAgain again ->
                journal.lookAgain(upload, again.at()).replaceWith(Optional.of(again.at()));
            case NextStep.Doubt doubt ->
                journal.doubtful(upload, doubt.failure(), doubt.at()).replaceWith(Optional.of(doubt.at()));
            case NextStep.LeaveUndone undone -> leaveUndone(upload, failure);
        };
    }

    private Uni<Optional<Instant>> leaveUndone(StoredUpload upload, UploadException failure) {
        LOG.warnf("Upload %s is live, but not all could be done for it: %s", upload.id(), failure.getMessage());
        return journal.done(upload).replaceWith(Optional.empty());
    }
}
