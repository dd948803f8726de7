package io.cliprelay.cli.stack;

import java.util.ArrayList;
import java.util.List;

/** How each JVM of the stack is kept small and quick to start, for one person's machine. */
record JvmFlags(StackOptions options) {

    private static final List<String> EVERYWHERE = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-Xms24m",
            "-Dfile.encoding=UTF-8");

    List<String> of(ServiceDefinition service) {
        return usual(service.name(), heap(service.kind()));
    }

    List<String> ofLocalStack() {
        return usual(StackPart.LOCAL_STACK, "-Xmx256m");
    }

    private List<String> usual(String part, String heap) {
        List<String> flags = new ArrayList<>(EVERYWHERE);
        flags.add(heap);
        flags.addAll(options.jvmFlags().getOrDefault(part, List.of()));
        return flags;
    }

    private static String heap(ServiceKind kind) {
        return switch (kind) {
            case SANDBOX -> "-Xmx192m";
            case SERVICE, WORKER -> "-Xmx256m";
        };
    }
}
