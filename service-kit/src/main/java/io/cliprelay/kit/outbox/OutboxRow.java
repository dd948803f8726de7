package io.cliprelay.kit.outbox;

import java.nio.charset.StandardCharsets;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * An event as it waits in the table.
 *
 * @param barred whether an earlier event of its subject was set aside
 */
record OutboxRow(
        long id, String topic, String key, String subject, JsonObject headers, String payload, boolean barred) {

    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("subject"),
                row.getJsonObject("headers"),
                row.getString("payload"),
                row.getBoolean("barred"));
    }

    Headers kafkaHeaders() {
        RecordHeaders kafka = new RecordHeaders();
        headers.forEach(header ->
                kafka.add(header.getKey(), header.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        return kafka;
    }
}
