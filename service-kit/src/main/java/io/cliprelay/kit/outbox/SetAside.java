package io.cliprelay.kit.outbox;

/** An event that is not published, and why. */
record SetAside(OutboxRow row, String reason) {}
