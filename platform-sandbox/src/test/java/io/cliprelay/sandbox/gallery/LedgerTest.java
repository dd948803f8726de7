package io.cliprelay.sandbox.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456789Z");

    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    @TempDir
    Path folder;

    @Test
    void postsAndTheirChangesSurviveARestart() {
        Ledger before = ledger();
        before.add(post("a"));
        before.add(post("b"));
        before.change("a", post -> post.withThumbnail("cafe"));

        assertThat(ledger().all()).containsExactly(post("a").withThumbnail("cafe"), post("b"));
    }

    @Test
    void aLineThatACrashCutShortIsLeftOutAndTheNextIsRead() throws IOException {
        ledger().add(post("a"));
        Files.writeString(folder.resolve("posts.jsonl"), "{\"id\":\"b\",\"pl", StandardOpenOption.APPEND);
        ledger().add(post("c"));

        assertThat(ledger().all()).extracting(Post::id).containsExactly("a", "c");
    }

    @Test
    void whatIsForgottenStaysForgotten() {
        Ledger ledger = ledger();
        ledger.add(post("a"));
        ledger.forget();

        assertThat(ledger.all()).isEmpty();
        assertThat(ledger().all()).isEmpty();
    }

    private Ledger ledger() {
        return new Ledger(new LedgerFile(Optional.of(folder), mapper));
    }

    private static Post post(String id) {
        return new Post(
                id,
                "youtube",
                "demo",
                "UCdemo",
                "A clip",
                "About it",
                List.of("one"),
                "public",
                "clip.mp4",
                "video/mp4",
                3,
                "abcdef012345",
                NOW,
                "http://127.0.0.1/watch?v=" + id,
                null,
                "session",
                new Processing(NOW, Processing.Outcome.PROCESSED, null),
                JsonNodeFactory.instance.objectNode());
    }
}
