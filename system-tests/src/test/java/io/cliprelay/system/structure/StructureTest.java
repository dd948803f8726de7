package io.cliprelay.system.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.cliprelay.system.deploy.Pom;
import io.cliprelay.system.deploy.ProjectFolder;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The few rules of structure worth keeping; each says why. */
class StructureTest {

    private static final String[] SERVICES = {
        "gateway", "scheduler", "analytics", "youtube", "instagram", "tiktok", "linkedin", "sandbox"
    };
    private static final String[] PLATFORM_WORKERS = {
        "io.cliprelay.youtube..", "io.cliprelay.instagram..", "io.cliprelay.tiktok..", "io.cliprelay.linkedin.."
    };
    private static final String SANDBOX = "io.cliprelay.sandbox..";
    private static final String UPLOADER = "io.cliprelay.worker.spi.PlatformUploader";
    private static final String[] KAFKA = {
        "org.apache.kafka..", "io.smallrye.reactive.messaging..", "org.eclipse.microprofile.reactive.messaging.."
    };
    private static final String[] SQL = {
        "java.sql..",
        "javax.sql..",
        "org.postgresql..",
        "org.hibernate..",
        "org.flywaydb..",
        "jakarta.persistence..",
        "io.vertx.sqlclient..",
        "io.vertx.pgclient..",
        "io.vertx.mutiny.sqlclient..",
        "io.vertx.mutiny.pgclient..",
        "io.quarkus.hibernate.."
    };

    private static JavaClasses all;

    @BeforeAll
    static void importAll() {
        List<Path> folders = Pom.modules().stream()
                .filter(StructureTest::hasMainCode)
                .map(module -> ProjectFolder.resolve(module + "/target/classes"))
                .toList();
        assertThat(folders).allSatisfy(folder -> assertThat(folder)
                .as("compiled classes; run ./mvnw compile for the whole reactor first")
                .isDirectory());
        all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPaths(folders);
    }

    @Test
    void noServiceDependsOnAnother() {
        ArchRule rule = slices().matching("io.cliprelay.(" + String.join("|", SERVICES) + ")..")
                .should()
                .notDependOnEachOther()
                .because("services meet only on topics and over HTTP: each is built, started and replaced by itself");

        rule.check(all);
    }

    @Test
    void theContractsStandAlone() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("io.cliprelay.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "com.fasterxml.jackson..", "com.fasterxml.uuid..", "io.cliprelay.contracts..")
                .because("whoever speaks with us can use them, on whatever framework or none");

        rule.check(all);
    }

    @Test
    void anUploaderKnowsNoKafkaAndNoSql() {
        ArchRule rule = noClasses()
                .that(describe("are uploaders or stand beside one", StructureTest::isOfAPlatform))
                .should()
                .dependOnClassesThat(resideInAnyPackage(KAFKA).or(resideInAnyPackage(SQL)))
                .because("a platform's author writes its protocol only: topics, tables and with them"
                        + " exactly-once are the kit's");

        rule.check(all);
    }

    @Test
    void theWorkerKitKnowsNoPlatform() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("io.cliprelay.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(platformsAndSandbox())
                .because("a new platform is a new module; if the kit has to change for it, the SPI lacks something");

        rule.check(all);
    }

    @Test
    void theServiceKitKnowsNoService() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("io.cliprelay.kit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packagesAboveTheServiceKit())
                .because("what all share must not change with what one does");

        rule.check(all);
    }

    @Test
    void theSandboxSharesNothingWithUs() {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(SANDBOX)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.cliprelay..").and(not(resideInAPackage(SANDBOX))))
                .because("it plays the platforms, and a mistake that it shared with our workers would go unseen");

        rule.check(all);
    }

    private static boolean hasMainCode(String module) {
        Path sources = ProjectFolder.resolve(module + "/src/main/java");
        try (Stream<Path> files = Files.exists(sources) ? Files.walk(sources) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOfAPlatform(JavaClass type) {
        return type.isAssignableTo(UPLOADER)
                || resideInAnyPackage(PLATFORM_WORKERS).test(type);
    }

    private static String[] platformsAndSandbox() {
        return Stream.concat(Arrays.stream(PLATFORM_WORKERS), Stream.of(SANDBOX))
                .toArray(String[]::new);
    }

    private static String[] packagesAboveTheServiceKit() {
        return Stream.concat(Arrays.stream(SERVICES), Stream.of("worker"))
                .map(name -> "io.cliprelay." + name + "..")
                .toArray(String[]::new);
    }
}
