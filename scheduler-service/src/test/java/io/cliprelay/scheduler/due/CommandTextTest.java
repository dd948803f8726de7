package io.cliprelay.scheduler.due;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.scheduler.Clips;

import static org.assertj.core.api.Assertions.assertThat;

class CommandTextTest {

    static Stream<UploadCommand> commands() {
        Instant due = Instant.parse("2026-12-01T18:00:00Z");
        return Stream.of(
                command("testtube", 1, due, Clips.content(), Optional.empty()),
                command("testtube", 17, due.plusNanos(1_000), Clips.content(), Optional.of(Priority.URGENT)),
                command("testtube", 2_000_000, due.plusMillis(120), Clips.content(), Optional.of(Priority.BULK)),
                command("a \"platform\"\\with\u0007what\u00e9ver", 1, Instant.EPOCH, Clips.content(), Optional.empty()),
                command("tube-2", 1, Instant.parse("1969-12-31T23:59:59.999999Z"), empty(), Optional.empty()),
                command("tube", 1, Instant.parse("+12026-01-01T00:00:00Z"), unusual(), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itIsCharacterByCharacterWhatTheEventsOwnJsonIs(UploadCommand command) {
        DueJob job = new DueJob(
                command.upload(),
                Clips.TENANT,
                command.priority().orElse(Priority.NORMAL),
                command.dueAt(),
                command.attempt(),
                Instant.EPOCH,
                EventJson.encode(command.content()),
                Optional.empty());

        assertThat(CommandText.of(job, new InstantText())).isEqualTo(EventJson.encode(command));
    }

    private static UploadCommand command(
            String platform, int attempt, Instant due, PostContent content, Optional<Priority> priority) {
        UploadRef upload = new UploadRef(UUID.randomUUID(), UUID.randomUUID(), platform, UUID.randomUUID());
        return new UploadCommand(upload, attempt, due, content, priority);
    }

    private static PostContent empty() {
        MediaReference media =
                new MediaReference(URI.create("media:1"), Optional.empty(), Optional.empty(), Optional.empty());
        return new PostContent(media, "", "", List.of(), Privacy.PUBLIC, Optional.empty(), Map.of());
    }

    private static PostContent unusual() {
        MediaReference media = new MediaReference(
                URI.create("https://example.com/a%20b?c=%22d%22"),
                Optional.of(Long.MAX_VALUE),
                Optional.of(Instant.parse("2026-12-01T18:00:00.000000001Z")),
                Optional.of("video/mp4"));
        return new PostContent(
                media,
                "\uD83C\uDFD6 \"Holiday\"\\\n\t\u0000\u2028",
                "}{\",\"attempt\":9",
                List.of("\u00fcber", ""),
                Privacy.PRIVATE,
                Optional.of(media),
                Map.of("key \"1\"", "value\n2"));
    }
}
