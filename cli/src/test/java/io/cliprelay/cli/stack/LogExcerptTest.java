package io.cliprelay.cli.stack;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogExcerptTest {

    @Test
    void keepsTheLinesThatSayWhyAndLeavesOutTheFrames() {
        List<String> log = List.of(
                "12:00 INFO starting",
                "12:01 ERROR Failed to start application",
                "java.lang.RuntimeException: no",
                "\tat io.cliprelay.Foo.bar(Foo.java:1)",
                "Caused by: java.net.ConnectException: refused",
                "\t... 12 more");
        assertThat(LogExcerpt.telling(log))
                .containsExactly(
                        "12:01 ERROR Failed to start application",
                        "java.lang.RuntimeException: no",
                        "Caused by: java.net.ConnectException: refused");
    }

    @Test
    void showsTheLastLinesWhereNoneSaysWhy() {
        List<String> log = IntStream.range(0, 50).mapToObj(i -> "line " + i).toList();
        assertThat(LogExcerpt.telling(log)).hasSize(12).endsWith("line 49");
    }
}
