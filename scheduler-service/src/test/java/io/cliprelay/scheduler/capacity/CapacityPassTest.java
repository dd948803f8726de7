package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.api.model.autoscaling.v1.ScaleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is decided, and what a cluster's API is asked for it. */
@EnableKubernetesMockClient
class CapacityPassTest {

    private static final String SCALE = "/apis/apps/v1/namespaces/clips/deployments/youtube-worker/scale";
    private static final Outlook PEAK =
            new Outlook(0, Load.NONE, Duration.ofSeconds(10), List.of(Load.NONE, new Load(80, 0)));

    KubernetesMockServer server;
    KubernetesClient client;

    @Test
    void whatIsWantedIsOrderedByTheScaleOfTheDeployment() throws InterruptedException {
        server.expect().get().withPath(SCALE).andReturn(200, scale(1)).times(2);
        server.expect().put().withPath(SCALE).andReturn(200, scale(10)).once();

        assertThat(pass("on").decide("youtube", PEAK, Optional.empty()))
                .hasValueSatisfying(decided -> assertThat(decided.ordered()).isEqualTo(1));
        assertThat(server.getLastRequest().getMethod()).isEqualTo("PUT");
        assertThat(server.getLastRequest().getUtf8Body()).contains("\"replicas\":10", "\"resourceVersion\":\"7\"");
    }

    @Test
    void aDryRunOrdersNothing() throws InterruptedException {
        server.expect().get().withPath(SCALE).andReturn(200, scale(1)).once();

        assertThat(pass("dry-run").decide("youtube", PEAK, Optional.empty()))
                .hasValueSatisfying(decided -> assertThat(decided.wanted()).isEqualTo(10));
        assertThat(server.getLastRequest().getMethod()).isEqualTo("GET");
    }

    @Test
    void whatSomebodyElseOrderedMeanwhileStays() {
        server.expect().get().withPath(SCALE).andReturn(200, scale(1)).once();
        server.expect().get().withPath(SCALE).andReturn(200, scale(3)).once();

        assertThatThrownBy(() -> pass("on").decide("youtube", PEAK, Optional.empty()))
                .hasMessageContaining("somebody else changed how many of youtube-worker there are");
    }

    @Test
    void aConflictIsLeftToTheNextLook() {
        server.expect().get().withPath(SCALE).andReturn(200, scale(1)).times(2);
        server.expect().put().withPath(SCALE).andReturn(409, "").always();

        assertThatThrownBy(() -> pass("on").decide("youtube", PEAK, Optional.empty()))
                .isInstanceOfSatisfying(KubernetesClientException.class, conflict -> assertThat(conflict.getCode())
                        .isEqualTo(409));
    }

    @Test
    void aPlatformWithoutADeploymentIsPassedOver() {
        assertThat(pass("on").decide("youtube", PEAK, Optional.empty())).isEmpty();
    }

    @Test
    void whileTheApiIsAwayNothingIsDecided() {
        server.shutdown();

        assertThatThrownBy(() -> pass("on").decide("youtube", PEAK, Optional.empty()))
                .isInstanceOf(KubernetesClientException.class);
    }

    private CapacityPass pass(String mode) {
        return new CapacityPass(
                Configured.with(Map.of("mode", mode, "longest-wait", "30s", "use", "1.0", "most", "20")),
                InstantSource.system(),
                new Workers(client, "clips"));
    }

    private static Scale scale(int replicas) {
        return new ScaleBuilder()
                .withNewMetadata()
                .withName("youtube-worker")
                .withNamespace("clips")
                .withResourceVersion("7")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .endSpec()
                .build();
    }
}
