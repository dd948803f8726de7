package io.cliprelay.tiktok;

import java.time.Duration;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.tiktok.testing.Clip;
import io.cliprelay.tiktok.testing.SandboxResource;

import static io.cliprelay.tiktok.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class AnnouncementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void thePlatformIsDescribedAtStart() {
        ReceivedEvent event = first(Topics.PLATFORM_CATALOG, "tiktok", PlatformEvent.Described.class);

        assertThat(event.data(PlatformEvent.Described.class).descriptor().displayName())
                .isEqualTo("TikTok");
    }

    @Test
    void theAccountsAreToldAtStartWithoutTheirSecrets() {
        ReceivedEvent event = first(Topics.ACCOUNT_EVENTS, Clip.account(DEMO).toString(), AccountEvent.Connected.class);

        AccountEvent.Connected connected = event.data(AccountEvent.Connected.class);
        assertThat(connected.name()).isEqualTo(DEMO);
        assertThat(connected.platform()).isEqualTo("tiktok");
        assertThat(event.tenant()).isEqualTo("default");
        assertThat(event.value()).doesNotContain("sandbox-refresh");
    }

    private static ReceivedEvent first(String topic, String subject, Class<?> type) {
        try (TopicReader reader = TopicReader.of(topic)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reader.about(subject)).anyMatch(event -> event.is(type)));
            return reader.about(subject).stream()
                    .filter(event -> event.is(type))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
