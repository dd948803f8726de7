package io.cliprelay.gateway.schedule;

import java.util.Collections;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.problem.FieldError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is no slot is told, field by field. */
class SlotChecksTest {

    @Test
    void nullIsNoSlot() {
        assertThat(SlotChecks.errors(Collections.singletonList(null)))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/0", "slot.missing"));
    }
}
