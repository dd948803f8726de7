package io.cliprelay.cli.stack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was started and where it listens: the note that outlives the command. */
public record StackState(StackPorts ports, List<ProcessNote> processes) {

    public StackState {
        processes = List.copyOf(processes);
    }

    /** The note of {@code part}, whether it still runs or not. */
    Optional<ProcessNote> process(String part) {
        return processes.stream().filter(note -> note.name().equals(part)).findFirst();
    }

    /** The parts that run now. */
    List<ProcessNote> running() {
        return processes.stream().filter(note -> note.running().isPresent()).toList();
    }

    boolean isRunning(String part) {
        return process(part).flatMap(ProcessNote::running).isPresent();
    }

    /** With {@code started} in the place of an earlier process of the same part. */
    StackState with(ProcessNote started) {
        Stream<ProcessNote> others =
                processes.stream().filter(note -> !note.name().equals(started.name()));
        return new StackState(ports, Stream.concat(others, Stream.of(started)).toList());
    }
}
