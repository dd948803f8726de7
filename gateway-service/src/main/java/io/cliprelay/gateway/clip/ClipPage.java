package io.cliprelay.gateway.clip;

import java.util.List;
import java.util.Optional;

/**
 * Some clips, newest first.
 *
 * @param nextCursor to ask for those that follow; absent on the last page
 */
public record ClipPage(List<ClipView> items, Optional<String> nextCursor) {

    public ClipPage {
        items = List.copyOf(items);
    }

    /** The first {@code limit} of {@code found}, which holds one more where there is a next page. */
    static ClipPage of(List<ClipView> found, int limit, ClipFilter filter) {
        if (found.size() <= limit) {
            return new ClipPage(found, Optional.empty());
        }
        List<ClipView> shown = found.subList(0, limit);
        return new ClipPage(
                shown,
                Optional.of(ClipCursor.after(shown.getLast().id(), filter).text()));
    }
}
