package io.cliprelay.worker.postcard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Searches the repository for the files outside the workers' own folders that each platform has its place in. */
final class PlacesOfPlatforms {

    /** Stands in a path for the platform's name. */
    private static final String ANY = "<platform>";

    private static final List<String> PLATFORMS = List.of("youtube", "instagram", "tiktok", "linkedin");
    private static final Set<String> MADE = Set.of("target", "node_modules");

    private PlacesOfPlatforms() {}

    /** Paths from {@code root}, of files that name every platform, or exist once for every platform. */
    static Set<String> in(Path root) {
        return PLATFORMS.stream()
                .map(platform -> of(platform, root))
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                })
                .orElseThrow();
    }

    private static Set<String> of(String platform, Path root) {
        Set<String> places = new TreeSet<>();
        for (Path file : files(root)) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (isWiring(path, platform) && names(platform, path, file)) {
                places.add(path.replace(platform, ANY));
            }
        }
        return places;
    }

    /** Pages tell of platforms and code is made for all of them, but for the tests that list them. */
    private static boolean isWiring(String path, String platform) {
        boolean code = path.endsWith(".java") && !path.startsWith("system-tests/");
        return !path.startsWith(platform + "-worker/") && !path.endsWith(".md") && !code;
    }

    private static boolean names(String platform, String path, Path file) {
        return path.contains(platform) || content(file).contains(platform);
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<Path> files(Path root) {
        Set<Path> files = new HashSet<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean left = MADE.contains(name) || name.startsWith(".") && !folder.equals(root);
                    return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && attributes.size() < 1024 * 1024) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
