package io.cliprelay.contracts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.account.AccountEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class CloudEventHeadersTest {

    private static final Instant TIME = Instant.parse("2026-11-22T21:00:00.250Z");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final EventEnvelope<AccountEvent> event = new EventEnvelope<>(
            "e-1",
            "/cliprelay/youtube",
            "account-1",
            "default",
            TIME,
            Optional.empty(),
            new AccountEvent.Connected(new UUID(1, 2), "youtube", "demo", TIME));

    @Test
    void carryAllAttributesUnderTheNamesOfTheKafkaBinding() {
        assertThat(CloudEventHeaders.of(event))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "e-1"),
                        entry("ce_source", "/cliprelay/youtube"),
                        entry("ce_type", "io.cliprelay.account.connected.v1"),
                        entry("ce_subject", "account-1"),
                        entry("ce_time", "2026-11-22T21:00:00.250Z"),
                        entry("ce_tenant", "default"),
                        entry("content-type", "application/json"));
    }

    @Test
    void carryTheTraceContextWhereThereIsOne() {
        assertThat(CloudEventHeaders.of(event.tracedBy(Optional.of(TRACE))))
                .hasSize(9)
                .containsEntry("traceparent", TRACE);
    }

    @Test
    void twoNewEventsHaveDifferentIds() {
        assertThat(EventEnvelope.of("/s", "x", "t", TIME, event.data()).id())
                .isNotEqualTo(
                        EventEnvelope.of("/s", "x", "t", TIME, event.data()).id());
    }
}
