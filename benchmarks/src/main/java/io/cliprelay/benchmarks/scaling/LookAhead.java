package io.cliprelay.benchmarks.scaling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.cliprelay.scheduler.capacity.Bounds;
import io.cliprelay.scheduler.capacity.Descent;
import io.cliprelay.scheduler.capacity.Load;
import io.cliprelay.scheduler.capacity.Outlook;
import io.cliprelay.scheduler.capacity.Power;
import io.cliprelay.scheduler.capacity.Sizing;

/** As the scheduler does it: it knows what comes due, and how long an upload takes on average. */
final class LookAhead implements Scaler {

    private static final int SLOT = 10;

    /** Until a replica that is ordered now works, and the next look. */
    private static final int AHEAD = Cluster.START + 2 * Cluster.LOOK;

    private static final Power POWER = new Power(Cluster.PLACES, Duration.ofSeconds(Week.USUALLY), Double.MAX_VALUE);
    private static final Bounds BOUNDS =
            new Bounds(Cluster.LEAST, Cluster.MOST, Duration.ofSeconds(Cluster.LATE / 3), 0.9);

    private final Descent descent = new Descent(Duration.ofSeconds(60));
    private final int[] dueInSlot = new int[Week.SECONDS / SLOT + AHEAD];

    LookAhead(Week week) {
        for (int upload = 0; upload < week.dueAt().length; upload++) {
            if (!week.atOnce()[upload]) {
                dueInSlot[week.dueAt()[upload] / SLOT]++;
            }
        }
    }

    @Override
    public int wanted(int now, int waiting, int running, int replicas) {
        int first = now / SLOT;
        List<Load> planned = IntStream.rangeClosed(1, AHEAD / SLOT)
                .mapToObj(slot -> new Load(dueInSlot[first + slot], 0))
                .toList();
        Outlook outlook = new Outlook(running, new Load(waiting, 0), Duration.ofSeconds(SLOT), planned);
        int enough = Sizing.replicas(outlook, POWER, BOUNDS).replicas();
        return descent.from(Instant.ofEpochSecond(now), enough);
    }
}
