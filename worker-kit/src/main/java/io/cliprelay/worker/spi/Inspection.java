package io.cliprelay.worker.spi;

import java.net.URI;
import java.util.Objects;

import io.cliprelay.contracts.upload.UploadFailure;

/** What became of a post, as the platform says. */
public sealed interface Inspection {

    /** It is there and cannot be viewed yet. */
    record Processing() implements Inspection {}

    /** The platform shows no such post: not yet, or not any more. */
    record Missing() implements Inspection {}

    /** People can see it, as far as its privacy lets them. */
    record Live(URI permalink) implements Inspection {
        public Live {
            Objects.requireNonNull(permalink, "permalink");
        }
    }

    /** The platform will not show it. */
    record Refused(UploadFailure failure) implements Inspection {
        public Refused {
            Objects.requireNonNull(failure, "failure");
        }
    }
}
