package io.cliprelay.youtube;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.youtube.testing.Clip;
import io.cliprelay.youtube.testing.SandboxResource;

import static io.cliprelay.youtube.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class AnnouncementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void thePlatformIsDescribedAtStart() {
        ReceivedEvent event = first(Topics.PLATFORM_CATALOG, "youtube");

        assertThat(event.data(PlatformEvent.Described.class).descriptor().displayName())
                .isEqualTo("YouTube");
    }

    @Test
    void itsLimitsAreToldAsTheyAreGrantedWithWhatAnUploadUses() {
        ReceivedEvent event = first(Topics.PLATFORM_CATALOG, "youtube");

        assertThat(event.data(PlatformEvent.Described.class).descriptor().limits())
                .contains(new PlatformLimit(
                        "uploads",
                        PlatformLimit.Scope.APP,
                        10_000,
                        1,
                        Optional.empty(),
                        Optional.of(ZoneId.of("America/Los_Angeles"))));
    }

    @Test
    void theAccountsAreToldAtStartWithoutTheirSecrets() {
        ReceivedEvent event = first(Topics.ACCOUNT_EVENTS, Clip.account(DEMO).toString());

        AccountEvent.Connected connected = event.data(AccountEvent.Connected.class);
        assertThat(connected.name()).isEqualTo(DEMO);
        assertThat(connected.platform()).isEqualTo("youtube");
        assertThat(event.tenant()).isEqualTo("default");
        assertThat(event.value()).doesNotContain("sandbox-refresh");
    }

    private static ReceivedEvent first(String topic, String subject) {
        try (TopicReader reader = TopicReader.of(topic)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reader.about(subject)).isNotEmpty());
            return reader.about(subject).getFirst();
        }
    }
}
