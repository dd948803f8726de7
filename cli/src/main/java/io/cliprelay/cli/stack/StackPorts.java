package io.cliprelay.cli.stack;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Who listens where, on the loopback interface.
 *
 * @param byName Kafka, PostgreSQL and each service, by name
 */
public record StackPorts(Map<String, Integer> byName) {

    private static final String HOST = "127.0.0.1";

    public StackPorts {
        byName = Map.copyOf(byName);
    }

    /** Where {@code service} listens, if it belongs to the stack. */
    public Optional<URI> url(String service) {
        return Optional.ofNullable(byName.get(service)).map(port -> URI.create("http://" + HOST + ":" + port));
    }

    /** What Kafka's clients set as {@code bootstrap.servers}. */
    public String kafkaBootstrapServers() {
        return HOST + ":" + byName.get(StackPart.KAFKA);
    }

    /** PostgreSQL's port. */
    public int database() {
        return byName.get(StackPart.POSTGRES);
    }

    /** The ports as people read them in a table; the local stack has two. */
    String shown(String part) {
        return part.equals(StackPart.LOCAL_STACK)
                ? byName.get(StackPart.KAFKA) + ", " + database()
                : String.valueOf(byName.get(part));
    }
}
