package io.cliprelay.gateway.live;

import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.gateway.status.UploadView;

/** What a listener is told. */
sealed interface Moment {

    /** An upload as it is from now on. */
    record Changed(UploadView upload) implements Moment {}

    /** How far a running upload is. */
    record Progressed(UploadProgress progress) implements Moment {}

    /** Nothing, but the line stands. */
    record Alive() implements Moment {}
}
