package io.cliprelay.system.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import io.cliprelay.system.deploy.Manifests.Manifest;

import static io.cliprelay.system.deploy.Manifests.list;
import static io.cliprelay.system.deploy.Manifests.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The overlays name every image, and kustomize makes of them what they say. */
class KubernetesOverlaysTest {

    private static final String FOLDER = "deploy/kubernetes/";
    private static final String HOW_TO_GET_IT =
            "There is no kubectl on the PATH; Debian has it: apt-get install --no-install-recommends kubernetes-client";

    @Test
    void theBaseTakesInEveryFileThatIsThere() throws IOException {
        Path base = ProjectFolder.resolve(FOLDER + "base");
        try (Stream<Path> files = Files.walk(base)) {
            assertThat(list(yaml("base/kustomization.yaml").get("resources")))
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .map(file -> base.relativize(file).toString())
                            .filter(file -> !file.equals("kustomization.yaml"))
                            .map(Object.class::cast)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void anOverlaySaysWhereEachImageIsFrom(String overlay) {
        assertThat(list(yaml("overlays/" + overlay + "/kustomization.yaml").get("images")))
                .extracting(image -> map(image).get("name").toString())
                .containsExactlyInAnyOrderElementsOf(Manifests.in(FOLDER + "base")
                        .ofKind("Deployment")
                        .map(deployment -> "cliprelay-" + deployment.name())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void kustomizeMakesAllOfIt(String overlay) throws IOException, InterruptedException {
        Optional<Path> kubectl = Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(kubectl.isPresent(), HOW_TO_GET_IT);
        Process process = new ProcessBuilder(kubectl.get().toString(), "kustomize", "overlays/" + overlay)
                .directory(ProjectFolder.resolve(FOLDER).toFile())
                .redirectErrorStream(true)
                .start();
        String made = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(made).isZero();

        List<Manifest> objects = Manifests.read(made).toList();
        assertThat(objects)
                .hasSize(Manifests.in(FOLDER + "base").all().size() + ofComponents(overlay) + 1)
                .filteredOn(object -> !object.kind().equals("Namespace"))
                .allSatisfy(
                        object -> assertThat(object.at("metadata", "namespace")).isEqualTo("cliprelay"));
    }

    @Test
    void onlyWhereItFollowsThePlanMayTheSchedulerScaleWorkersAndNothingElse() {
        Manifest role = Manifests.in(FOLDER + "components/capacity").the("Role", "scheduler-capacity");

        assertThat(map(role.at("rules", 0)))
                .containsEntry("resources", List.of("deployments/scale"))
                .containsEntry("verbs", List.of("get", "update"));
        assertThat(list(role.at("rules", 0, "resourceNames")))
                .containsExactlyInAnyOrderElementsOf(Manifests.in(FOLDER + "base")
                        .ofKind("Deployment")
                        .map(Manifest::name)
                        .filter(name -> name.endsWith("-worker"))
                        .map(Object.class::cast)
                        .toList());
        assertThat(list(role.at("rules")))
                .extracting(rule -> map(rule).get("resources"))
                .containsOnly(List.of("deployments/scale"), List.of("leases"));
    }

    /** How many objects the overlay's components bring. */
    private static int ofComponents(String overlay) {
        return list(yaml("overlays/" + overlay + "/kustomization.yaml").get("components")).stream()
                .map(component -> component.toString().replace("../../", FOLDER))
                .mapToInt(component -> Manifests.in(component).all().size())
                .sum();
    }

    private static Map<String, Object> yaml(String file) {
        return map(new Yaml().load(ProjectFolder.read(FOLDER + file)));
    }
}
