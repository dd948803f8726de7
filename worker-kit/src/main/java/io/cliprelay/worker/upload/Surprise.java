package io.cliprelay.worker.upload;

import java.util.Set;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.inbox.LeaseLostException;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.spi.UploadException;

/** A fault of ours in the middle of an upload. It must end in a named reason like any other failure, not in a loop. */
final class Surprise {

    private static final Logger LOG = Logger.getLogger(Surprise.class);

    /** SQLSTATE classes: data exception, integrity violation, syntax or access rule (PostgreSQL, appendix A). */
    private static final Set<String> WRONG_STATEMENT = Set.of("22", "23", "42");

    private Surprise() {}

    /** Whether it is neither a failure of the upload, nor a lost lease, nor an absent database. */
    static boolean is(Throwable failure) {
        return failure instanceof RuntimeException
                && !(failure instanceof UploadException || failure instanceof LeaseLostException || isAbsence(failure));
    }

    /** The client tells of lost connections by its own exception; a statement that is wrong would be wrong again. */
    private static boolean isAbsence(Throwable failure) {
        return failure instanceof VertxException
                && !(failure instanceof PgException refused
                        && refused.getSqlState() != null
                        && WRONG_STATEMENT.stream().anyMatch(refused.getSqlState()::startsWith));
    }

    /** The failure to tell; what happened goes to the log. */
    static UploadException told(StoredUpload upload, Throwable failure) {
        LOG.errorf(failure, "Upload %s met a fault of the worker", upload.id());
        return UploadException.unclear(
                new UploadFailure.Unknown(new UploadFailure.Reason(
                        "worker.fault",
                        "The worker met a fault of its own: "
                                + failure.getClass().getSimpleName(),
                        "Tell the operator, who finds it in the worker's log by the upload's id.")),
                failure);
    }
}
