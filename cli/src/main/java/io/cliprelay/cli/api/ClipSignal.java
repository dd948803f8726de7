package io.cliprelay.cli.api;

import io.cliprelay.contracts.upload.UploadProgress;

/** What the gateway tells of a clip while it is on its way. */
public sealed interface ClipSignal {

    /** An upload as it is now. */
    record UploadChanged(UploadView upload) implements ClipSignal {}

    /** How far a running upload is. */
    record Progressed(UploadProgress progress) implements ClipSignal {}
}
