package io.cliprelay.kit.topic;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.TopicSpec;
import io.cliprelay.contracts.Topics;
import io.cliprelay.kit.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TopicProvisionerTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void everySharedTopicExistsOnceTheServiceIsUp() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            List<String> expected =
                    Topics.shared().stream().map(TopicSpec::name).toList();
            assertThat(admin.listTopics().names().get()).containsAll(expected);
        }
    }

    @Test
    void theCatalogKeepsTheLatestOfEachPlatformForEver() throws Exception {
        ConfigResource catalog = new ConfigResource(ConfigResource.Type.TOPIC, Topics.PLATFORM_CATALOG);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            String policy = admin.describeConfigs(List.of(catalog))
                    .all()
                    .get()
                    .get(catalog)
                    .get("cleanup.policy")
                    .value();
            assertThat(policy).isEqualTo("compact");
        }
    }
}
