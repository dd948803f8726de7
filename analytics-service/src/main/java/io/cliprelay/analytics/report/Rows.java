package io.cliprelay.analytics.report;

import java.util.List;
import java.util.Optional;

/**
 * An answer of rows.
 *
 * @param nextCursor asks for those that follow; absent where there are none or the answer has no pages
 */
record Rows<T>(List<T> items, Optional<String> nextCursor) {

    Rows {
        items = List.copyOf(items);
    }

    static <T> Rows<T> of(List<T> items) {
        return new Rows<>(items, Optional.empty());
    }
}
