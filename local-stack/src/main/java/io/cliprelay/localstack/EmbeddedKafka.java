package io.cliprelay.localstack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker with its controller, in this JVM, listening on the loopback interface. Its data outlive it: a second start on
 * the same folder finds the topics, records and offsets of the first. Topics are not created by use.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final BrokerSettings settings;
    private final KafkaRaftServer server;

    private EmbeddedKafka(BrokerSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Starts a broker whose data are in {@code folder}, on any free port. */
    public static EmbeddedKafka start(Path folder) {
        return start(folder, 0);
    }

    /**
     * Starts a broker and returns once it serves.
     *
     * @param folder where its data are or shall be; formatted only if new; one broker at a time
     * @param port for clients, 0 for any free one
     * @throws LocalStackException if it does not start
     */
    public static EmbeddedKafka start(Path folder, int port) {
        BrokerSettings settings =
                new BrokerSettings(folder.toAbsolutePath().resolve("log"), FreePorts.anyUnless(port), FreePorts.any());
        try {
            formatIfNew(settings, folder);
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings.toProperties(), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(settings, server);
        } catch (IOException | RuntimeException e) {
            throw new LocalStackException(
                    "Kafka did not start on port %d with its data in %s: %s"
                            .formatted(settings.port(), folder, e.getMessage()),
                    e);
        }
    }

    /** What clients set as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    public int port() {
        return settings.port();
    }

    /** Stops the broker, having written what it holds; takes about a second. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void formatIfNew(BrokerSettings settings, Path folder) throws IOException {
        DataFolder log = new DataFolder(settings.logFolder());
        log.emptyUnlessPrepared();
        if (!log.isPrepared()) {
            format(settings, folder);
            log.markPrepared();
        }
    }

    private static void format(BrokerSettings settings, Path folder) throws IOException {
        Path file = written(settings.toProperties(), folder.resolve("format.properties"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exitCode = StorageTool.execute(
                new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exitCode != 0) {
            throw new LocalStackException("formatting failed: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static Path written(Properties properties, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
            return file;
        }
    }
}
