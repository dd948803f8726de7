package io.cliprelay.cli.command;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadState;

import static org.assertj.core.api.Assertions.assertThat;

class PostLedgerTest {

    @Test
    void onePostThatIsSaidToBeThereIsAsItShouldBe() throws Exception {
        assertThat(ledger(UploadState.PUBLISHED, 1).onePostEach()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED, 0", "PUBLISHED, 2", "FAILED, 1", "FAILED, 0", "UNCONFIRMED, 1"})
    void anythingElseIsNot(UploadState state, int posts) throws Exception {
        assertThat(ledger(state, posts).onePostEach()).isFalse();
        assertThat(ledger(state, posts).lines()).last().asString().startsWith("NOT one post each");
    }

    private static PostLedger ledger(UploadState state, int posts) throws Exception {
        UploadView upload = new UploadView(
                UUID.randomUUID(),
                "tiktok",
                "demo",
                state,
                Optional.of(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ClipView clip = new ClipView(UUID.randomUUID(), "A title", Optional.empty(), List.of(upload));
        String post = "{\"platform\":\"tiktok\",\"title\":\"A title\\n\\n#tag\"}";
        String shown = "[" + String.join(",", Collections.nCopies(posts, post)) + "]";
        return PostLedger.of(List.of(clip), EventJson.mapper().readTree(shown));
    }
}
