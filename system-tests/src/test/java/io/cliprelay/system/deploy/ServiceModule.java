package io.cliprelay.system.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** A service's module: its configuration, with that of the kits below it, as it would be under given variables. */
record ServiceModule(String name) {

    private static final int ENVIRONMENT = 300;
    private static final int APPLICATION = 250;
    private static final int LIBRARY = 100;

    /** All modules that are made into a service. */
    static Stream<ServiceModule> all() {
        return Pom.modules().stream()
                .filter(module -> Pom.ofModule(module).usesPlugin("quarkus-maven-plugin"))
                .map(ServiceModule::new);
    }

    /** This module and those of this project that it is built on. */
    Stream<String> modules() {
        return withDependencies(name).distinct();
    }

    /** Whether this module or one it is built on names the artifact among its dependencies. */
    boolean dependsOn(String artifact) {
        return modules()
                .flatMap(module -> Pom.ofModule(module).dependencies())
                .anyMatch(dependency -> dependency.artifact().equals(artifact));
    }

    /** The configuration as the service would see it, started with these environment variables and no others. */
    SmallRyeConfig config(Map<String, String> environment) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfiles(List.of(
                        environment.getOrDefault("QUARKUS_PROFILE", "prod").split(",")))
                .withSources(new EnvConfigSource(environment, ENVIRONMENT));
        files().forEach(file -> builder.withSources(new PropertiesConfigSource(
                properties(file), file.toString(), file.endsWith("application.properties") ? APPLICATION : LIBRARY)));
        return builder.build();
    }

    /** The text of all its property files. */
    String propertyText() {
        return files().map(ProjectFolder::read).collect(Collectors.joining("\n"));
    }

    private Stream<Path> files() {
        Path own = ProjectFolder.resolve(name + "/src/main/resources/application.properties");
        if (!Files.exists(own)) {
            throw new AssertionError(name + " declares nothing: there is no " + own);
        }
        Stream<Path> ofLibraries = modules()
                .map(module ->
                        ProjectFolder.resolve(module + "/src/main/resources/META-INF/microprofile-config.properties"))
                .filter(Files::exists);
        return Stream.concat(Stream.of(own), ofLibraries);
    }

    private static Stream<String> withDependencies(String module) {
        Stream<String> below = Pom.ofModule(module)
                .dependencies()
                .filter(dependency -> dependency.group().equals("io.cliprelay"))
                .filter(dependency -> !dependency.scope().equals("test"))
                .map(Pom.Dependency::artifact)
                .flatMap(ServiceModule::withDependencies);
        return Stream.concat(Stream.of(module), below);
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(ProjectFolder.read(file)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}
