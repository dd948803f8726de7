package io.cliprelay.kit.outbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import io.cliprelay.kit.consume.Refusal;

/**
 * Events of one subject, one after the other. Once one of them is refused none of the later ones may go out: they would
 * tell of something that nobody has heard of. Not thread-safe: one event at a time.
 */
final class SubjectQueue {

    private final List<OutboxRow> rows;
    private Optional<String> barred;

    SubjectQueue(List<OutboxRow> rows) {
        this.rows = rows;
        this.barred = rows.stream()
                .filter(OutboxRow::barred)
                .findFirst()
                .map(row -> "an earlier event of its subject was set aside");
    }

    /** Sends them; yields those that were not. Fails where one may go out later. */
    Uni<List<SetAside>> send(Function<OutboxRow, Uni<Void>> sending) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> send(row, sending))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Optional<SetAside>> send(OutboxRow row, Function<OutboxRow, Uni<Void>> sending) {
        if (barred.isPresent()) {
            return Uni.createFrom().item(barred.map(reason -> new SetAside(row, reason)));
        }
        return sending.apply(row)
                .replaceWith(Optional.<SetAside>empty())
                .onFailure(Refusal::causes)
                .recoverWithItem(refusal -> Optional.of(refused(row, refusal)));
    }

    private SetAside refused(OutboxRow row, Throwable refusal) {
        barred = Optional.of("the event %d before it was refused".formatted(row.id()));
        return new SetAside(row, refusal.toString());
    }
}
