package io.cliprelay.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogTailTest {

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void writeLog() throws IOException {
        log = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");
    }

    @Test
    void showsTheLastLines() throws IOException {
        assertThat(new LogTail(log).last(2)).containsExactly("two", "three");
        assertThat(new LogTail(log).last(9)).hasSize(3);
    }

    @Test
    void goesOnWithWhatIsAddedAndWithANewLogInItsPlace() throws IOException {
        LogTail tail = new LogTail(log);
        tail.last(1);
        Files.writeString(log, "four\n", StandardOpenOption.APPEND);
        assertThat(added(tail)).isEqualTo("four\n");
        Files.writeString(log, "new\n");
        assertThat(added(tail)).isEqualTo("new\n");
    }

    private static String added(LogTail tail) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tail.copyAdded(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
