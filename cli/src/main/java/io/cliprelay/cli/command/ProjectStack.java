package io.cliprelay.cli.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.cliprelay.cli.stack.Installation;
import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.stack.StackHome;
import io.cliprelay.cli.stack.StackOptions;

/** The stack of this project, for the commands that start, stop and ask it. */
final class ProjectStack {

    private ProjectStack() {}

    static Stack find() {
        Installation installation = Installation.find();
        StackOptions usual = StackOptions.usual(installation, StackHome.of(installation));
        return new Stack(mediaRoots().map(usual::withMediaRoots).orElse(usual));
    }

    private static Optional<List<Path>> mediaRoots() {
        return Optional.ofNullable(System.getenv("CLIPRELAY_MEDIA_ROOTS"))
                .filter(folders -> !folders.isBlank())
                .map(folders -> Arrays.stream(folders.split(","))
                        .map(folder -> Path.of(folder.strip()))
                        .toList());
    }
}
