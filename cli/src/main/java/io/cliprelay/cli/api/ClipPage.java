package io.cliprelay.cli.api;

import java.util.List;
import java.util.Optional;

/**
 * Some clips, the newest first.
 *
 * @param nextCursor asks for those after them; absent after the last
 */
public record ClipPage(List<ClipView> items, Optional<String> nextCursor) {

    public ClipPage {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
