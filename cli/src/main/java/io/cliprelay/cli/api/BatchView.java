package io.cliprelay.cli.api;

import java.util.List;
import java.util.Optional;

import io.cliprelay.contracts.problem.Problem;

/** What became of many clips, as the gateway tells it. */
public record BatchView(int accepted, int rejected, List<Item> items) {

    public BatchView {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /**
     * One of them.
     *
     * @param row its place in the file, from 0
     * @param replayed whether it had been taken before
     */
    public record Item(int row, int status, boolean replayed, Optional<ClipView> clip, Optional<Problem> problem) {}
}
