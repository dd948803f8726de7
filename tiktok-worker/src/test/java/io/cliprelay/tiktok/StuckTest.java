package io.cliprelay.tiktok;

import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.tiktok.testing.SandboxResource;
import io.cliprelay.worker.WorkerConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** A video that TikTok does not get done with is a question long before a day has gone by. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class StuckTest {

    @Inject
    WorkerConfig config;

    @Test
    void afterHalfAnHourOfProcessingNobodyKnows() {
        assertThat(config.polling().processingPatience()).isEqualTo(Duration.ofMinutes(30));
    }
}
