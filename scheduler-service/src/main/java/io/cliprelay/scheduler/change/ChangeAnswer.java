package io.cliprelay.scheduler.change;

import java.util.List;

/**
 * What a wanted change came to.
 *
 * @param remembered whether the clip was not heard of yet, so that the change is kept for when it is
 * @param uploads one for each upload of the clip that is known
 */
public record ChangeAnswer(boolean remembered, List<UploadAnswer> uploads) {

    public ChangeAnswer {
        uploads = List.copyOf(uploads);
    }

    static ChangeAnswer kept() {
        return new ChangeAnswer(true, List.of());
    }
}
