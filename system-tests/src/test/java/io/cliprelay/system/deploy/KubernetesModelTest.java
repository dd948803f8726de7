package io.cliprelay.system.deploy;

import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.system.deploy.Manifests.Manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Each object is one that Kubernetes knows, with no field that it does not: a misspelt one would be dropped in silence. */
class KubernetesModelTest {

    private static final Manifests ALL = Manifests.in("deploy/kubernetes");

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.ofEntries(
            Map.entry("ConfigMap", ConfigMap.class),
            Map.entry("Deployment", Deployment.class),
            Map.entry("Ingress", Ingress.class),
            Map.entry("Namespace", Namespace.class),
            Map.entry("NetworkPolicy", NetworkPolicy.class),
            Map.entry("PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("Role", Role.class),
            Map.entry("RoleBinding", RoleBinding.class),
            Map.entry("Service", Service.class),
            Map.entry("ServiceAccount", ServiceAccount.class));

    /** What operators bring, by kind, with the version that they are written for. */
    private static final Map<String, String> OF_OPERATORS = Map.of(
            "Cluster", "postgresql.cnpg.io/v1",
            "Kafka", "kafka.strimzi.io/v1beta2",
            "KafkaNodePool", "kafka.strimzi.io/v1beta2",
            "KafkaTopic", "kafka.strimzi.io/v1beta2",
            "KafkaUser", "kafka.strimzi.io/v1beta2",
            "ServiceMonitor", "monitoring.coreos.com/v1");

    /** The model keeps unknown fields for whoever wants them; here they are an error. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    static Stream<Manifest> objectsOfKubernetes() {
        return ALL.all().stream().filter(object -> !OF_OPERATORS.containsKey(object.kind()));
    }

    @ParameterizedTest
    @MethodSource("objectsOfKubernetes")
    void hasOnlyFieldsThatThereAre(Manifest object) {
        HasMetadata read = STRICT.convertValue(object.content(), TYPES.get(object.kind()));

        assertThat(read.getMetadata().getName()).isEqualTo(object.name());
        assertThat(read.getApiVersion()).isEqualTo(HasMetadata.getApiVersion(TYPES.get(object.kind())));
    }

    @Test
    void whatIsMisspeltIsFound() {
        Map<String, Object> misspelt =
                Map.of("apiVersion", "v1", "kind", "Service", "spec", Map.of("selectors", Map.of()));

        assertThat(catchThrowable(() -> STRICT.convertValue(misspelt, Service.class)))
                .hasMessageContaining("selectors");
    }

    @Test
    void whatOperatorsBringIsOfTheVersionThatItIsWrittenFor() {
        assertThat(ALL.all().stream().filter(object -> OF_OPERATORS.containsKey(object.kind())))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.at("apiVersion")).isEqualTo(OF_OPERATORS.get(object.kind())));
    }
}
