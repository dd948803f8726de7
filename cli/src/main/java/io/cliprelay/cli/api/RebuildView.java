package io.cliprelay.cli.api;

import java.time.Instant;
import java.util.Optional;

/** How far analytics is with making its numbers anew. */
public record RebuildView(Instant startedAt, long events, Optional<Instant> endedAt, Optional<String> failure) {}
