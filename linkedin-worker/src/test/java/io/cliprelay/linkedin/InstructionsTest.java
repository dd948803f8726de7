package io.cliprelay.linkedin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.cliprelay.linkedin.wire.Initialized;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the parts go, and which are still missing. */
class InstructionsTest {

    private static final String URL = "https://www.linkedin.com/dms-uploads/C5/uploadedVideo?sau=";
    private static final List<String> HOSTS = List.of(".linkedin.com");

    @Test
    void partsThatCoverTheFileAreTakenAsTheyAre() {
        VideoTicket ticket = ticket(25, 0, 9, 10, 19, 20, 24);

        assertThat(ticket.parts()).extracting(VideoTicket.Part::length).containsExactly(10L, 10L, 5L);
        assertThat(ticket.firstMissingByte()).isZero();
    }

    @Test
    void aLastPartBeyondTheFileEndsWithTheFile() {
        assertThat(ticket(25, 0, 19, 20, 39).parts().getLast().lastByte()).isEqualTo(24);
    }

    @Test
    void partsWithAGapOrTooFewOfThemAreRefused() {
        assertThatThrownBy(() -> ticket(25, 0, 9, 11, 24)).isInstanceOf(UploadException.class);
        assertThatThrownBy(() -> ticket(25, 0, 9)).isInstanceOf(UploadException.class);
        assertThatThrownBy(() -> ticket(25)).isInstanceOf(UploadException.class);
    }

    @Test
    void noByteGoesToSomebodyElsesHost() {
        assertThat(Instructions.isAllowed("https://www.linkedin.com/x", HOSTS)).isTrue();
        assertThat(Instructions.isAllowed("https://linkedin.com.example.org/x", HOSTS))
                .isFalse();
        assertThat(Instructions.isAllowed("https://evillinkedin.com/x", HOSTS)).isFalse();
        assertThat(Instructions.isAllowed("no url", HOSTS)).isFalse();
        assertThat(Instructions.isAllowed(null, HOSTS)).isFalse();
    }

    @Test
    void onlyPartsWithoutAReceiptAreMissing() {
        VideoTicket ticket = ticket(25, 0, 9, 10, 19, 20, 24).with(Map.of(0L, "a", 20L, "c"));

        assertThat(ticket.firstMissingByte()).isEqualTo(10);
        assertThat(ticket.missingWithin(0, 25))
                .extracting(VideoTicket.Part::firstByte)
                .containsExactly(10L);
        assertThat(ticket.with(Map.of(10L, "b")).firstMissingByte()).isEqualTo(25);
        assertThat(ticket.with(Map.of(10L, "b")).hasAllParts()).isTrue();
    }

    @Test
    void aRangeIsTheNextParts() {
        VideoTicket ticket = ticket(25, 0, 9, 10, 19, 20, 24);

        assertThat(ticket.lengthOf(1, 0)).isEqualTo(10);
        assertThat(ticket.lengthOf(2, 10)).isEqualTo(15);
        assertThat(ticket.lengthOf(4, 0)).isEqualTo(25);
    }

    @Test
    void aHandleHoldsAllThatIsToBeRememberedAndNeverShowsIt() {
        VideoTicket ticket = ticket(25, 0, 24).with(Map.of(0L, "a")).finalizedAt(Instant.EPOCH);
        RemoteHandle handle = ticket.handle(new RemoteHandle("", Instant.EPOCH));

        assertThat(VideoTicket.of(handle)).isEqualTo(ticket);
        assertThat(ticket.toString() + ticket.parts() + handle).doesNotContain("sau");
    }

    @Test
    void aReceiptIsKeptWithoutQuotes() {
        assertThat(Etags.of("\"0a1b\"")).contains("0a1b");
        assertThat(Etags.of("/ambry-videoei/signedId/x.bin")).contains("/ambry-videoei/signedId/x.bin");
        assertThat(Etags.of(null)).isEmpty();
        assertThat(Etags.of("\"\"")).isEmpty();
    }

    private static VideoTicket ticket(long size, long... bounds) {
        List<Initialized.Instruction> instructions = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            instructions.add(new Initialized.Instruction(URL + i, bounds[i], bounds[i + 1]));
        }
        var value = new Initialized.Value(1_767_225_600_000L, "urn:li:video:C5", instructions, "", null);
        return Instructions.checked(value, size, HOSTS);
    }
}
