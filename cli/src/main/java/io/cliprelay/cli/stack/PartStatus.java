package io.cliprelay.cli.stack;

import java.util.Optional;

/**
 * How one part of the stack is.
 *
 * @param pid absent if it does not run
 * @param port as people read it; the local stack has two
 * @param log the file with what it has said; it may not exist
 */
public record PartStatus(String name, Optional<Long> pid, String port, Health health, String log) {}
