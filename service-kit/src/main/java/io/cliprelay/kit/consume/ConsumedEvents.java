package io.cliprelay.kit.consume;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.kit.transaction.OpenTransaction;

/** Remembers which events were handled, so that a redelivered one has no second effect. */
@ApplicationScoped
public class ConsumedEvents {

    private static final String REMEMBER =
            "insert into consumed_event (consumer, event_id) values ($1, $2) on conflict do nothing";

    /**
     * Notes in {@code transaction} that {@code consumer} handles the event.
     *
     * @return whether this is the first time; where not, there is nothing left to do
     */
    public Uni<Boolean> firstTime(OpenTransaction transaction, String consumer, String eventId) {
        return transaction.update(REMEMBER, List.of(consumer, eventId)).map(rows -> rows == 1);
    }
}
