package io.cliprelay.scheduler.capacity;

import java.util.Optional;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;

/** The workers' Deployments, by their subresource {@code scale} and nothing else of them. Blocks. */
final class Workers {

    private static final int NOT_FOUND = 404;

    private final KubernetesClient client;
    private final String namespace;

    Workers(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** How many replicas are ordered; empty where there is no such Deployment. */
    Optional<Integer> replicas(String deployment) {
        try {
            return Optional.ofNullable(worker(deployment).scale())
                    .map(scale -> scale.getSpec().getReplicas());
        } catch (KubernetesClientException failure) {
            if (failure.getCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Orders another number. Fails where somebody has ordered one meanwhile: the next look sees that, and decides anew.
     */
    void order(String deployment, int before, int replicas) {
        Scale scale = worker(deployment).scale();
        if (scale == null || scale.getSpec().getReplicas() != before) {
            throw new IllegalStateException("somebody else changed how many of %s there are".formatted(deployment));
        }
        scale.getSpec().setReplicas(replicas);
        worker(deployment).scale(scale);
    }

    private RollableScalableResource<Deployment> worker(String deployment) {
        return client.apps().deployments().inNamespace(namespace).withName(deployment);
    }
}
