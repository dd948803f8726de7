package io.cliprelay.gateway.submission.batch;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.clip.ClipView;

/**
 * What became of a batch.
 *
 * @param accepted rows whose clip is stored, those included that had been before
 * @param rejected all others
 * @param items one for each row, in their order
 */
@Schema(name = "BatchResult")
public record BatchResult(int accepted, int rejected, List<Item> items) {

    public BatchResult {
        items = List.copyOf(items);
    }

    /** The result of these rows. */
    public static BatchResult of(List<Item> items) {
        int accepted =
                (int) items.stream().filter(item -> item.clip().isPresent()).count();
        return new BatchResult(accepted, items.size() - accepted, items);
    }

    /**
     * What became of one row.
     *
     * @param row its place, from 0
     * @param status the HTTP status that the clip alone would have got: 202 where it is stored
     * @param key its idempotency key; absent where it has none that could be used
     * @param replayed whether it was stored before, under the same key
     * @param location where to see what becomes of the clip
     * @param problem why it is not stored; its pointers begin with the row
     */
    @Schema(name = "BatchItem")
    public record Item(
            int row,
            int status,
            Optional<String> key,
            boolean replayed,
            Optional<URI> location,
            Optional<ClipView> clip,
            Optional<Problem> problem) {

        public Item {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(location, "location");
            Objects.requireNonNull(clip, "clip");
            Objects.requireNonNull(problem, "problem");
        }

        /** A row whose clip is stored. */
        public static Item accepted(int row, String key, ClipView clip, boolean replayed) {
            return new Item(
                    row,
                    202,
                    Optional.of(key),
                    replayed,
                    Optional.of(URI.create("/v1/clips/" + clip.id())),
                    Optional.of(clip),
                    Optional.empty());
        }

        /** A row that is not stored. */
        public static Item rejected(int row, Optional<String> key, Problem problem) {
            return new Item(
                    row, problem.status(), key, false, Optional.empty(), Optional.empty(), Optional.of(problem));
        }
    }
}
