package io.cliprelay.worker.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;

import static org.assertj.core.api.Assertions.assertThat;

/** The topics around a worker: what the scheduler says to it, and what it says. */
public abstract class WorkerStage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String platform;
    private final String[] secrets;
    private final TopicWriter writer = TopicWriter.open();
    private final TopicReader events = TopicReader.of(Topics.UPLOAD_EVENTS);

    /** @param secrets what no event may contain: beginnings of tokens, names of parameters that open a session */
    protected WorkerStage(String platform, String... secrets) {
        this.platform = platform;
        this.secrets = secrets.clone();
    }

    /** Orders an upload; the first attempt. */
    public UUID order(UUID account, PostContent content) {
        UploadRef upload = upload(account);
        order(upload, 1, content);
        return upload.uploadId();
    }

    /** A new upload to this account, to be ordered. */
    public UploadRef upload(UUID account) {
        return new UploadRef(UUID.randomUUID(), UUID.randomUUID(), platform, account);
    }

    /** Orders an attempt at an upload. */
    public void order(UploadRef upload, int attempt, PostContent content) {
        order(new UploadCommand(upload, attempt, Instant.now(), content));
    }

    /** Sends a command. */
    public void order(UploadCommand command) {
        String subject = command.upload().uploadId().toString();
        EventEnvelope<UploadCommand> event =
                EventEnvelope.of("/cliprelay/scheduler", subject, "default", Instant.now(), command);
        writer.send(Topics.platformUpload(platform), command.upload().accountId(), event);
    }

    /** Waits for an event of a type about the upload. */
    public <T extends UploadEvent> T await(UUID upload, Class<T> type) {
        Awaitility.await("event " + type.getSimpleName() + " of upload " + upload)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(types(upload)).contains(type.getSimpleName()));
        return all(upload).stream()
                .filter(event -> event.is(type))
                .findFirst()
                .orElseThrow()
                .data(type);
    }

    /** All events about the upload up to now. */
    public List<ReceivedEvent> all(UUID upload) {
        return events.about(upload);
    }

    /** Their types, by the records' names. */
    public List<String> types(UUID upload) {
        return all(upload).stream().map(WorkerStage::name).toList();
    }

    /** No credential and no session's address is in any event about the upload. */
    public void assertNoSecrets(UUID upload) {
        assertThat(all(upload))
                .allSatisfy(event -> assertThat(event.headers() + event.value()).doesNotContain(secrets));
    }

    private static String name(ReceivedEvent event) {
        return Arrays.stream(UploadEvent.class.getPermittedSubclasses())
                .filter(event::is)
                .map(Class::getSimpleName)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        writer.close();
        events.close();
    }
}
