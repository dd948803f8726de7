package io.cliprelay.kit.consume;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

import io.cliprelay.kit.retention.Forgetting;
import io.cliprelay.kit.retention.RetentionConfig;
import io.cliprelay.kit.transaction.OpenTransaction;

/** Remembers which events were handled, so that a redelivered one has no second effect. */
@ApplicationScoped
public class ConsumedEvents {

    private static final String REMEMBER =
            "insert into consumed_event (consumer, event_id) values ($1, $2) on conflict do nothing";

    private static final String FORGET = """
            delete from consumed_event where (consumer, event_id) in (
                select consumer, event_id from consumed_event
                where consumed_at < now() - $1::bigint * interval '1 millisecond'
                order by consumed_at limit $2 for update skip locked)
            """;

    private static final int BATCH = 5000;

    /** Ids are forgotten once no topic can bring their events again. */
    void start(@Observes StartupEvent started, Forgetting forgetting, RetentionConfig config) {
        forgetting.regularly("the ids of old events", FORGET, config.consumedEvents(), BATCH);
    }

    /**
     * Notes in {@code transaction} that {@code consumer} handles the event.
     *
     * @return whether this is the first time; where not, there is nothing left to do
     */
    public Uni<Boolean> firstTime(OpenTransaction transaction, String consumer, String eventId) {
        return transaction.update(REMEMBER, List.of(consumer, eventId)).map(rows -> rows == 1);
    }
}
