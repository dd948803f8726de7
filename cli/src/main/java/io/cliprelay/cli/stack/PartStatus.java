package io.cliprelay.cli.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How one part of the stack is.
 *
 * @param pid absent if it does not run
 * @param port as people read it; the local stack has two
 */
public record PartStatus(String name, Optional<Long> pid, String port, Health health, Path log) {}
