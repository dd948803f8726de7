package io.cliprelay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.cliprelay.cli.stack.Installation;
import io.cliprelay.cli.stack.ServiceDefinition;

/**
 * How large the layers are that {@code deploy/Dockerfile} adds to the runtime's image, from the files that it copies: all of
 * a service's, and the one with our own code, which alone changes with it. Needs no engine, and so knows nothing of the
 * runtime's own layers but what it is told.
 */
final class ImageSize implements Measure {

    private static final String[] LAYERS = {"lib", "quarkus", "app"};

    @Override
    public String purpose() {
        return "[--runtime-megabytes N]: the layers of each service's image, and the one with our own code";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws IOException {
        long runtime = arguments.number("runtime-megabytes", 0);
        arguments.nothingElse();
        Path folder = Installation.find().folder();
        for (ServiceDefinition service : Installation.find().services()) {
            Path image = folder.resolve(service.name()).resolve("target/quarkus-app");
            double all = megabytes(image.resolve("quarkus-run.jar"));
            for (String layer : LAYERS) {
                all += megabytes(image.resolve(layer));
            }
            double ours = megabytes(image.resolve("app")) + ourLibraries(image.resolve("lib/main"));
            figures.print("image." + service.name() + ".app", megabytes(image.resolve("app")), "MB", 5);
            figures.print("image." + service.name() + ".ours", ours, "MB");
            figures.print("image." + service.name() + ".layers", all, "MB");
            if (runtime > 0) {
                figures.print("image." + service.name(), runtime + all, "MB", 250);
            }
        }
    }

    /** The kits, which stand among the libraries. */
    private static double ourLibraries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("io.cliprelay."))
                    .mapToDouble(ImageSize::size)
                    .sum();
        }
    }

    private static double megabytes(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .mapToDouble(ImageSize::size)
                    .sum();
        }
    }

    private static double size(Path file) {
        return file.toFile().length() / 1e6;
    }
}
