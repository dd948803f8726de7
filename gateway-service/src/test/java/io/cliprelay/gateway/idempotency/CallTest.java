package io.cliprelay.gateway.idempotency;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a call is kept as. */
class CallTest {

    @Test
    void holdsNothingThatTheDatabaseCannotKeep() {
        Call call = Call.of("acme", false, "key", "POST /v1/webhooks/\0/test", "");

        assertThat(call.operation()).isEqualTo("POST /v1/webhooks/%00/test");
    }
}
