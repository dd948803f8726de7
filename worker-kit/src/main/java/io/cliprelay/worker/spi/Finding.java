package io.cliprelay.worker.spi;

import java.util.Objects;

import io.cliprelay.contracts.upload.UploadFailure;

/** What a search on the platform shows of a post whose publishing had no clear answer. */
public sealed interface Finding {

    /** It is there. */
    record Found(String postId) implements Finding {
        public Found {
            Objects.requireNonNull(postId, "postId");
        }
    }

    /** One that looks like it was made now, and carries nothing that only this upload's would: its text, for example. */
    record Alike(String postId) implements Finding {
        public Alike {
            Objects.requireNonNull(postId, "postId");
        }
    }

    /** The platform can be searched and shows none <em>at this moment</em>; lists may lag. */
    record Absent() implements Finding {}

    /**
     * The platform gives no answer that would prove anything: a person has to look.
     *
     * @param reason says why, and where to look
     */
    record Unknowable(UploadFailure.Reason reason) implements Finding {
        public Unknowable {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
