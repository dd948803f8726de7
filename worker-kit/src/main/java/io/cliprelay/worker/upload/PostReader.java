package io.cliprelay.worker.upload;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.limits.Breakers;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.worker.spi.UploadException;

/**
 * Asks the platform what a post has come to. It pays for the call as all do, and waits while the platform or the account
 * is left alone; but what comes of it says nothing of uploads: no breaker counts it, and no account is held for it.
 */
@ApplicationScoped
public class PostReader {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final PlatformUploader uploader;
    private final Authentication authentication;
    private final Budgets budgets;
    private final Breakers breakers;

    PostReader(PlatformUploader uploader, Authentication authentication, Budgets budgets, Breakers breakers) {
        this.uploader = uploader;
        this.authentication = authentication;
        this.budgets = budgets;
        this.breakers = breakers;
    }

    /**
     * Reads once, within a minute; with a new token where the first was refused. To be called on a Vert.x context. Fails
     * with {@link UploadException} or {@link TimeoutException} where the platform gave no answer or was not asked.
     */
    public Uni<Statistics> read(StoredUpload upload) {
        // A time limit strikes on a thread of its own; what follows belongs on the reading's.
        return OwnContext.keep(OwnContext.keep(once(upload))
                .onFailure(PostReader::tokenRefused)
                .recoverWithUni(() -> once(upload))
                .ifNoItem()
                .after(LIMIT)
                .fail());
    }

    private Uni<Statistics> once(StoredUpload upload) {
        return authentication.of(upload).chain(running -> breakers.requireClosed(running.account())
                .chain(() -> budgets.takeForCall(running.account().id(), uploader.charges(Call.STATISTICS)))
                .chain(() ->
                        uploader.statistics(running.request(), upload.postId().orElseThrow()))
                .onFailure(PostReader::tokenRefused)
                .invoke(() -> authentication.renew(running)));
    }

    private static boolean tokenRefused(Throwable failure) {
        return failure instanceof UploadException refusal && refusal.tokenRefused();
    }
}
