package io.cliprelay.gateway.media;

import java.util.Objects;

import io.cliprelay.contracts.clip.MediaReference;

/** What a look at a referred-to file has shown. */
public sealed interface Finding {

    /** It can be used; its content type is absent where only the source can tell. */
    record Usable(MediaReference media) implements Finding {
        public Usable {
            Objects.requireNonNull(media, "media");
        }
    }

    /** It cannot be used, why not, and what to do. */
    record Unusable(String code, String detail, String fix) implements Finding {
        public Unusable {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(fix, "fix");
        }
    }
}
