package io.cliprelay.scheduler.due;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Whose jobs are taken together.
 *
 * @param lanes of one priority
 * @param share how many jobs of each, at most
 */
record Turn(List<Lane> lanes, int share) {

    Turn {
        lanes = List.copyOf(lanes);
    }

    String[] tenants() {
        return lanes.stream().map(Lane::tenant).toArray(String[]::new);
    }

    Short[] priorities() {
        return lanes.stream().map(lane -> (short) lane.priority()).toArray(Short[]::new);
    }

    OffsetDateTime[] since() {
        return lanes.stream().map(lane -> lane.since().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}
