package io.cliprelay.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.Yaml;

/** Kubernetes objects, as they stand in files. */
record Manifests(List<Manifest> all) {

    /** One object; {@link #at} asks for what is in it. */
    record Manifest(Map<String, Object> content) {

        String kind() {
            return content.get("kind").toString();
        }

        String name() {
            return at("metadata", "name").toString();
        }

        /** What stands under these names and numbers; null where nothing does. */
        Object at(Object... path) {
            Object here = content;
            for (Object step : path) {
                here = here == null
                        ? null
                        : step instanceof Integer n
                                ? list(here).get(n)
                                : map(here).get(step);
            }
            return here;
        }

        @Override
        public String toString() {
            return kind() + " " + name();
        }
    }

    /** All below {@code folder} but what is kustomize's own. */
    static Manifests in(String folder) {
        try (Stream<Path> files = Files.walk(ProjectFolder.resolve(folder))) {
            return new Manifests(files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .flatMap(file -> read(ProjectFolder.read(file)))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Manifest> read(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .map(content -> new Manifest(map(content)));
    }

    Stream<Manifest> ofKind(String kind) {
        return all.stream().filter(each -> each.kind().equals(kind));
    }

    Manifest the(String kind, String name) {
        return ofKind(kind)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    @SuppressWarnings("unchecked") // YAML mappings have text keys here
    static Map<String, Object> map(Object yaml) {
        return yaml == null ? Map.of() : (Map<String, Object>) yaml;
    }

    @SuppressWarnings("unchecked") // nothing is known of its elements
    static List<Object> list(Object yaml) {
        return yaml == null ? List.of() : (List<Object>) yaml;
    }
}
