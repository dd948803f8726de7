package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@EnableKubernetesMockClient(crud = true)
class LeadershipTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Leadership.Times QUICK =
            new Leadership.Times(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(100));

    KubernetesClient client;

    private List<Leadership> replicas = List.of();

    @AfterEach
    void close() {
        replicas.forEach(Leadership::close);
    }

    @Test
    void oneReplicaActsAndAnotherTakesOverWhenItGoes() {
        replicas = Stream.of("a", "b").map(this::replica).toList();
        replicas.forEach(Leadership::begin);
        await().atMost(PATIENCE).until(() -> leading() == 1);
        Leadership first = leader();

        first.close();

        await().atMost(PATIENCE).until(() -> leading() == 1);
        assertThat(leader()).isNotSameAs(first);
    }

    @Test
    void whoLostTheLeaseActsNoMoreAndStandsAgain() {
        replicas = List.of(replica("a"));
        replicas.getFirst().begin();
        await().atMost(PATIENCE).until(() -> leading() == 1);

        // The leader renews it meanwhile, which refuses a change of what was read before.
        await().atMost(PATIENCE)
                .ignoreException(KubernetesClientException.class)
                .until(this::somebodyElseTakesIt);

        await().atMost(PATIENCE).until(() -> leading() == 0);
        await().atMost(PATIENCE).until(() -> leading() == 1);
    }

    private boolean somebodyElseTakesIt() {
        client.leases().inNamespace("clips").withName("cliprelay-capacity").edit(lease -> {
            lease.getSpec().setHolderIdentity("somebody-else");
            lease.getSpec().setRenewTime(ZonedDateTime.now());
            return lease;
        });
        return true;
    }

    private Leadership replica(String identity) {
        return new Leadership(client, "clips", identity, QUICK);
    }

    private long leading() {
        return replicas.stream().filter(Leadership::leads).count();
    }

    private Leadership leader() {
        return replicas.stream().filter(Leadership::leads).findFirst().orElseThrow();
    }
}
