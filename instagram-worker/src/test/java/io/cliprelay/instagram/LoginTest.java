package io.cliprelay.instagram;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.instagram.testing.InstagramDesk;
import io.cliprelay.instagram.testing.SandboxResource;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.account.ConnectedAccount;
import io.cliprelay.worker.account.Credentials;
import io.cliprelay.worker.account.Grant;
import io.cliprelay.worker.account.Seed;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.Opening;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What is the same and what is not with the two logins, call by call. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(SandboxResource.class)
class LoginTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    InstagramTokenRefresher refresher;

    @Inject
    InstagramUploader uploader;

    private final InstagramDesk desk = InstagramDesk.underTest();
    private String id;
    private AccessToken token;

    @BeforeEach
    void name() {
        id = Long.toString(ThreadLocalRandom.current().nextLong(17_900_000_000_000_000L, 17_999_999_999_999_999L));
        token = new AccessToken("sandbox-token-" + id);
    }

    @ParameterizedTest
    @EnumSource(Login.class)
    void aLongLivedTokenIsExchangedForANewOne(Login login) {
        open(login);

        Grant granted = result(refresher.refresh(held(login, token)));

        assertThat(granted.accessToken()).isNotEqualTo(token);
        assertThat(granted.expiresAt()).isAfter(Instant.now().plus(Duration.ofDays(59)));
        assertThat(granted.newRefreshToken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Login.class)
    void aTokenThatIsDeadNeedsItsOwner(Login login) {
        open(login);

        assertThatThrownBy(() -> result(refresher.refresh(held(login, new AccessToken("dead")))))
                .hasMessageContaining("190");
    }

    @ParameterizedTest
    @EnumSource(Login.class)
    void aVideoAtAnAddressIsFetchedAndAFailureShowsAtTheContainer(Login login) {
        open(login);
        UploadRequest request = request(login);

        // What is not sent cannot be compared with a declared digest on its way.
        assertThat(uploader.sendsInOrder(request)).isFalse();

        Opening opening = result(uploader.open(request));

        assertThat(opening.status()).isInstanceOf(SessionStatus.Preparing.class);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(result(uploader.status(request, opening.handle())))
                .isInstanceOfSatisfying(SessionStatus.Failed.class, failed -> assertThat(failed.failure())
                        .isInstanceOf(UploadFailure.Transient.class)
                        .extracting(failure -> failure.reason().code())
                        .isEqualTo("2207052")));
    }

    private void open(Login login) {
        desk.open("account-" + id, id, login.name(), token.value());
    }

    private Credentials held(Login login, AccessToken held) {
        ConnectedAccount account = new ConnectedAccount(
                UUID.randomUUID(),
                "default",
                "account-" + id,
                Optional.of(id),
                attributes(login),
                new Seed(Optional.empty(), Optional.of(held.value()), Optional.empty()));
        return new Credentials(
                account, Optional.empty(), Optional.empty(), Optional.of(held), Optional.empty(), Instant.now());
    }

    private UploadRequest request(Login login) {
        UUID account = UUID.randomUUID();
        // Port 9 discards what it gets, where anybody listens at all.
        MediaReference media = new MediaReference(
                URI.create("https://127.0.0.1:9/clip.mp4"), Optional.empty(), Optional.empty(), Optional.empty());
        return new UploadRequest(
                new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "instagram", account),
                new PostContent(media, "A title", "", List.of(), Privacy.PUBLIC, Optional.empty(), Map.of()),
                1000,
                token,
                new AccountRef(account, "default", "account-" + id, Optional.of(id), attributes(login)),
                PublishMode.PUBLISH);
    }

    private static Map<String, String> attributes(Login login) {
        return Map.of("login", login.name().toLowerCase(Locale.ROOT));
    }

    private static <T> T result(Uni<T> call) {
        return call.await().atMost(LIMIT);
    }
}
