package io.cliprelay.cli.progress;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.upload.UploadState;

import static io.cliprelay.cli.progress.ProgressFixture.LINE;
import static io.cliprelay.cli.progress.ProgressFixture.sending;
import static io.cliprelay.cli.progress.ProgressFixture.track;
import static org.assertj.core.api.Assertions.assertThat;

class DisplayTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void withoutATerminalOnlyAChangeOfStateOrAnotherTenthIsALine() {
        PlainDisplay display = new PlainDisplay(terminal(false, 120), LINE);
        display.show(List.of(track(UploadState.QUEUED)));
        display.show(List.of(track(UploadState.QUEUED)));
        for (int sent = 0; sent <= 100; sent++) {
            display.show(List.of(sending(sent, 100)));
        }
        display.show(List.of(track(UploadState.PUBLISHED)));
        assertThat(said().lines()).hasSize(1 + 11 + 1).noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void onATerminalTheSameLineIsDrawnAgain() {
        LiveDisplay display = new LiveDisplay(terminal(true, 120), LINE);
        display.show(List.of(sending(1, 100)));
        display.show(List.of(sending(2, 100)));
        assertThat(said())
                .containsOnlyOnce("\u001b[1A\u001b[J")
                .contains("  1 %")
                .endsWith("left\n");
    }

    @Test
    void onANarrowTerminalALineIsCutInsteadOfWrapped() {
        new LiveDisplay(terminal(true, 40), LINE).show(List.of(sending(1, 100)));
        assertThat(said().strip()).hasSize(39).endsWith("…");
    }

    private Terminal terminal(boolean interactive, int width) {
        return new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), interactive, width);
    }

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
