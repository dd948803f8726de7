package io.cliprelay.gateway.live;

import java.util.UUID;

/**
 * An event as it was noted.
 *
 * @param position its place among all events
 * @param id what readers know it by
 * @param body the JSON that readers are told
 */
record StoredEvent(long position, String id, String tenant, UUID clipId, String type, String body) {

    /** What readers tell kinds of events apart by: {@code clip} or {@code upload}. */
    String subject() {
        return type.substring(0, type.indexOf('.'));
    }
}
