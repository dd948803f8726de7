package io.cliprelay.kit.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether Kafka answers. While it does not, a service goes on: events wait in its outbox. */
@Wellness
@ApplicationScoped
class KafkaCheck implements AsyncHealthCheck {

    private final HealthConfig config;
    private final Map<String, Object> kafka;
    private Admin admin;

    KafkaCheck(HealthConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.config = config;
        this.kafka = kafka;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> admin().describeCluster(new DescribeClusterOptions().timeoutMs(millis()))
                        .nodes()
                        .toCompletionStage())
                .map(brokers -> HealthCheckResponse.named("kafka")
                        .withData("brokers", brokers.size())
                        .up()
                        .build())
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named("kafka")
                        .withData("reason", failure.toString())
                        .down()
                        .build());
    }

    /** Made when it is first asked for: most processes never are. */
    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put("client.id", "health");
            settings.put("default.api.timeout.ms", millis());
            settings.put("request.timeout.ms", millis());
            admin = Admin.create(settings);
        }
        return admin;
    }

    private int millis() {
        return Math.toIntExact(config.patience().toMillis());
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
