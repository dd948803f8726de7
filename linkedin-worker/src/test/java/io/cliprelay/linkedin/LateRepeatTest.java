package io.cliprelay.linkedin;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.linkedin.testing.Clip;
import io.cliprelay.linkedin.testing.SandboxResource;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;
import io.cliprelay.worker.testing.Sandbox;

import static io.cliprelay.linkedin.testing.SandboxResource.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A call that publishes and is held up leaves no more once LinkedIn may have forgotten the first, nor once another process
 * has taken the upload over.
 */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class LateRepeatTest {

    private static final Instant INTENDED = Instant.parse("2026-11-22T20:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String FRESH_TOKEN = """
            {"type":"status","status":401,"body":{"status":401,"serviceErrorCode":65601,"code":"REVOKED_ACCESS_TOKEN",
             "message":"The token used in the request has been revoked by the user"}}""";

    @Inject
    Rest rest;

    @Inject
    LinkedInConfig config;

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.underTest();

    @Test
    void aRepeatThatIsHeldUpUntilTheWindowIsOverIsNotSent() {
        long before = posts();

        Finding finding = postsAt(Duration.ofMinutes(9), Duration.ofMinutes(10))
                .find(request(), handle(), Optional.of(INTENDED))
                .await()
                .atMost(LIMIT);

        assertThat(finding).isInstanceOf(Finding.Unknowable.class);
        assertThat(posts()).isEqualTo(before);
    }

    @Test
    void aPostWhoseTokenWasTooFreshIsNotSentAgainOnceTheWindowIsOver() {
        long before = posts();
        sandbox.fault("create-post", "", FRESH_TOKEN);
        Posts late = postsAt(Duration.ZERO, Duration.ofSeconds(1), Duration.ofMinutes(10));

        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(() -> late.publish(request(), handle()).await().atMost(LIMIT))
                .satisfies(heldUp -> assertThat(heldUp.withheld()).isTrue())
                .satisfies(
                        heldUp -> assertThat(heldUp.failure().reason().code()).isEqualTo("linkedin.held-up"));
        assertThat(posts()).isEqualTo(before + 1);
    }

    @Test
    void aRepeatOfAnUploadThatAnotherHasTakenOverIsNotSent() {
        long before = posts();
        Uni<Finding> repeat = postsAt(Duration.ofMinutes(1))
                .find(request().fencedBy(LateRepeatTest::takenOver), handle(), Optional.of(INTENDED));

        assertThatExceptionOfType(TakenOver.class)
                .isThrownBy(() -> repeat.await().atMost(LIMIT));
        assertThat(posts()).isEqualTo(before);
    }

    @Test
    void aPostWhoseTokenWasTooFreshIsNotSentAgainOnceAnotherHasTakenTheUploadOver() {
        long before = posts();
        sandbox.fault("create-post", "", FRESH_TOKEN);
        AtomicInteger passed = new AtomicInteger();
        UploadRequest request = request()
                .fencedBy(() -> passed.getAndIncrement() == 0 ? Uni.createFrom().voidItem() : takenOver());

        assertThatExceptionOfType(TakenOver.class).isThrownBy(() -> postsAt(Duration.ZERO)
                .publish(request, handle())
                .await()
                .atMost(LIMIT));
        assertThat(posts()).isEqualTo(before + 1);
    }

    private static Uni<Void> takenOver() {
        return Uni.createFrom().failure(new TakenOver());
    }

    private static final class TakenOver extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private long posts() {
        return sandbox.calls("linkedin").getOrDefault("create-post", 0L);
    }

    /** Whose clock stands so long after the intent each time that it is read. */
    private Posts postsAt(Duration... readings) {
        AtomicInteger next = new AtomicInteger();
        InstantSource clock = () -> INTENDED.plus(readings[Math.min(next.getAndIncrement(), readings.length - 1)]);
        return new Posts(rest, config, clock);
    }

    private UploadRequest request() {
        UUID account = Clip.account(MEMBER);
        return new UploadRequest(
                new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "linkedin", account),
                Clip.in(folder).content(),
                100_000,
                new AccessToken("sandbox-access-demo"),
                new AccountRef(account, "default", MEMBER, Optional.of("urn:li:person:782bbtaQ"), Map.of()),
                PublishMode.PUBLISH);
    }

    private static RemoteHandle handle() {
        var part = new VideoTicket.Part("http://127.0.0.1/part", 0, 99_999, "etag");
        var ticket = new VideoTicket("urn:li:video:ours", "", INTENDED.toEpochMilli(), List.of(part), null, null);
        return new RemoteHandle(Json.text(ticket), INTENDED);
    }
}
