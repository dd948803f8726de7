package io.cliprelay.cli.stack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts JVMs that outlive this one and the terminal it was started from. */
record ProcessLauncher(StackHome home) {

    private static final long LARGE_LOG = 10_000_000;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Starts {@code java} with these arguments; what it says goes to the part's log. */
    ProcessNote start(String part, List<String> arguments, Map<String, String> environment) {
        Path log = home.log(part);
        try {
            putAsideIfLarge(log);
            ProcessBuilder builder = new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return ProcessNote.of(part, builder.start().toHandle());
        } catch (IOException e) {
            throw new StackException("Cannot start %s: %s".formatted(part, e.getMessage()), e);
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(detached());
        command.add(JAVA.toString());
        command.addAll(arguments);
        return command;
    }

    /** A session of its own, so that neither Ctrl-C nor a closed terminal ends it; both programs keep the process id. */
    private static List<String> detached() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid", "/usr/bin/nohup")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .limit(1)
                .toList();
    }

    private static void putAsideIfLarge(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Path previous = log.resolveSibling(log.getFileName() + ".previous");
            Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
