package io.cliprelay.worker.media;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamedDigestTest {

    /** FIPS 180-2, appendix B.1. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final StreamedDigest digest = new StreamedDigest(3);

    @Test
    void aFileSentInOrderHasADigest() {
        send(0, "ab");
        send(2, "c");

        assertThat(digest.value()).contains(OF_ABC);
    }

    @Test
    void aFileSentInPartHasNone() {
        send(0, "ab");

        assertThat(digest.value()).isEmpty();
    }

    @Test
    void aFileOfWhichSomethingWasSentAgainHasNone() {
        send(0, "ab");
        send(1, "c");

        assertThat(digest.value()).isEmpty();
    }

    private void send(long offset, String text) {
        Multi<Buffer> bytes = Multi.createFrom().item(Buffer.buffer(text));
        String sent = digest.over(offset, bytes)
                .collect()
                .in(StringBuilder::new, (all, part) -> all.append(part))
                .await()
                .indefinitely()
                .toString();
        assertThat(sent).isEqualTo(text);
    }
}
