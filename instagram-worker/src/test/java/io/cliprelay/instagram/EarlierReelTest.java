package io.cliprelay.instagram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.instagram.testing.Clip;
import io.cliprelay.instagram.testing.SandboxResource;
import io.cliprelay.instagram.testing.Stage;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.UploadRequest;

import static io.cliprelay.instagram.testing.SandboxResource.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

/** A Reel that an earlier call to publish made is found, though another call was about to be made long after it. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class EarlierReelTest {

    @Inject
    InstagramUploader uploader;

    @TempDir
    Path folder;

    @Test
    void aReelIsLookedForSinceItsContainerWasOpened() {
        Instant opened = Instant.now();
        Clip clip = Clip.in(folder);
        String reel = publish(clip);
        Instant secondCall = Instant.now().plus(Duration.ofMinutes(5));

        Finding found = uploader.find(request(clip), new RemoteHandle("1", opened), Optional.of(secondCall))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(found).isEqualTo(new Finding.Alike(reel));
    }

    private static String publish(Clip clip) {
        try (Stage stage = new Stage()) {
            UUID upload = stage.order(Clip.account(DEMO), clip.content());
            return stage.await(upload, UploadEvent.Published.class)
                    .publication()
                    .platformPostId();
        }
    }

    private static UploadRequest request(Clip clip) {
        UUID account = Clip.account(DEMO);
        return new UploadRequest(
                new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "instagram", account),
                clip.content(),
                1,
                new AccessToken("sandbox-facebook-demo"),
                new AccountRef(account, "default", DEMO, Optional.of("17841400000000001"), Map.of("login", "facebook")),
                PublishMode.PUBLISH);
    }
}
