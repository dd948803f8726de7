package io.cliprelay.worker.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformStatus;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.worker.paper.PaperPlatform;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** Breakers as the real database keeps them, and what is told of them on the real topics. */
@QuarkusTest
@TestProfile(BreakersTest.SoonOpen.class)
@QuarkusTestResource(LocalStackResource.class)
class BreakersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final UploadFailure.Reason REASON = new UploadFailure.Reason("paper.torn", "torn", "another sheet");
    private static final UploadFailure TRANSIENT = new UploadFailure.Transient(REASON);

    @Inject
    Breakers breakers;

    @Inject
    BreakerStore store;

    @Inject
    Pool pool;

    private final AccountRef account = account();
    private final AccountRef other = account();
    private TopicReader catalog;
    private TopicReader accounts;
    private int before;

    /** Nobody else is at work, and five failures are enough. */
    public static class SoonOpen implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cliprelay.worker.sweep-interval", "1h",
                    "cliprelay.worker.breaker.account-failures", "3",
                    "cliprelay.worker.breaker.platform-failures", "5");
        }
    }

    @BeforeEach
    void open() {
        run("delete from breaker");
        catalog = TopicReader.of(Topics.PLATFORM_CATALOG);
        accounts = TopicReader.of(Topics.ACCOUNT_EVENTS);
        await().atMost(PATIENCE).until(() -> !statuses().isEmpty());
        before = statuses().size();
    }

    @AfterEach
    void close() {
        catalog.close();
        accounts.close();
    }

    @Test
    void aWorkerSaysAtItsStartThatItsPlatformIsUp() {
        assertThat(statuses().getFirst().status()).isEqualTo(PlatformStatus.UP);
    }

    @Test
    void anAccountThatFailsAgainAndAgainIsHeldAndTheOthersGoOn() {
        fail(account, TRANSIENT, 3);

        UploadFailure refused = refusal(account);

        assertThat(refused)
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .hasValueSatisfying(until -> assertThat(until).isAfter(Instant.now())));
        assertThat(refused.reason().message()).contains("paper.torn");
        admit(other);
        awaitToldOf(account, AccountEvent.Held.class);
        assertThat(statuses()).hasSize(before);
    }

    @Test
    void aSuccessInBetweenStartsTheCountAgain() {
        fail(account, TRANSIENT, 2);
        succeed(account);
        fail(account, TRANSIENT, 2);

        admit(account);
    }

    @Test
    void aPlatformThatFailsForEveryoneIsDegradedUntilOneUploadSucceeds() {
        fail(account(), TRANSIENT, 2);
        fail(account(), TRANSIENT, 2);
        fail(account(), TRANSIENT, 1);
        assertThat(refusal(account).reason().message()).contains("the platform");

        letPausePass();
        admit(account);
        assertThat(refusal(other)).isInstanceOf(UploadFailure.RateLimited.class);
        succeed(account);
        admit(other);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        statuses().stream().skip(before).map(PlatformEvent.StatusChanged::status))
                .containsExactly(PlatformStatus.DEGRADED, PlatformStatus.UP));
        assertThat(statuses().get(before).until()).isPresent();
        assertThat(statuses().get(before).reason()).contains(REASON);
        assertThat(catalog.all(event -> event.is(PlatformEvent.StatusChanged.class)))
                .allSatisfy(event -> assertThat(event.key()).isEqualTo(PaperPlatform.NAME + "/status"));
    }

    @Test
    void afterAPauseJustOneOfManyReplicasTries() {
        fail(account, TRANSIENT, 3);
        letPausePass();

        List<Uni<Boolean>> askers = IntStream.range(0, 50)
                .mapToObj(i -> breakers.admit(account)
                        .replaceWith(true)
                        .onFailure(UploadException.class)
                        .recoverWithItem(false))
                .toList();

        assertThat(Uni.join().all(askers).andFailFast().await().atMost(PATIENCE))
                .filteredOn(Boolean::booleanValue)
                .hasSize(1);
    }

    @Test
    void aTryOfWhichNothingIsHeardIsFollowedByAnother() {
        fail(account, TRANSIENT, 3);
        letPausePass();
        admit(account);
        refusal(account);

        letPausePass();

        admit(account);
    }

    @Test
    void failuresThatComeAtOnceAreAllCounted() {
        List<Uni<Void>> failures = IntStream.range(0, 5)
                .mapToObj(i -> breakers.failed(account(), TRANSIENT))
                .toList();

        Uni.join().all(failures).andFailFast().await().atMost(PATIENCE);

        assertThat(refusal(account).reason().message()).contains("the platform");
    }

    @Test
    void aPauseThatThePlatformAskedForIsKept() {
        Instant until = Instant.now().plusSeconds(90);
        fail(account, new UploadFailure.RateLimited(REASON, Optional.of(until)), 1);

        assertThat(((UploadFailure.RateLimited) refusal(account)).until())
                .hasValueSatisfying(told -> assertThat(told).isBetween(until.minusMillis(1), until.plusMillis(1)));
        admit(other);
    }

    @Test
    void aPauseThatThePlatformAskedOfEveryoneIsKeptByAllAccounts() {
        Instant until = Instant.now().plusSeconds(90);
        UploadException everyones = UploadException.refused(new UploadFailure.RateLimited(REASON, Optional.of(until)))
                .forEveryone();

        breakers.failed(account, everyones).await().atMost(PATIENCE);

        assertThat(((UploadFailure.RateLimited) refusal(other)).until())
                .hasValueSatisfying(told -> assertThat(told).isBetween(until.minusMillis(1), until.plusMillis(1)));
        assertThat(refusal(other).reason().message()).contains("the platform");
    }

    @Test
    void anAccountThatMustBeConnectedAgainIsHeldUntilItIs() {
        fail(account, new UploadFailure.Auth(REASON), 1);
        assertThat(refusal(account)).isInstanceOf(UploadFailure.Auth.class);
        succeed(account);
        assertThat(refusal(account)).isInstanceOf(UploadFailure.Auth.class);

        breakers.reauthorised(account).await().atMost(PATIENCE);

        admit(account);
        awaitToldOf(account, AccountEvent.Held.class, AccountEvent.Released.class);
        AccountEvent.Held held = accounts.about(account.id()).getFirst().data(AccountEvent.Held.class);
        assertThat(held.until())
                .as("it is tried again, should nobody connect it")
                .isPresent();
        assertThat(accounts.about(account.id()).getFirst().tenant()).isEqualTo(account.tenant());
    }

    @Test
    void aRestartLetsOneUploadTryAnAccountThatMayHaveBeenMended() {
        fail(account, new UploadFailure.Auth(REASON), 1);

        store.tryRefusedAccounts().await().atMost(PATIENCE);

        admit(account);
        assertThat(refusal(account)).isInstanceOf(UploadFailure.Auth.class);
    }

    @Test
    void withoutAChangeNothingIsTold() {
        for (int i = 0; i < 3; i++) {
            admit(account);
            succeed(account);
            fail(account, TRANSIENT, 1);
        }
        reAuthorise();

        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(accounts.about(account.id())).isEmpty());
    }

    private void reAuthorise() {
        breakers.reauthorised(account).await().atMost(PATIENCE);
    }

    private void admit(AccountRef who) {
        breakers.admit(who).await().atMost(PATIENCE);
    }

    private void succeed(AccountRef who) {
        breakers.succeeded(who).await().atMost(PATIENCE);
    }

    private void fail(AccountRef who, UploadFailure failure, int times) {
        for (int i = 0; i < times; i++) {
            breakers.failed(who, failure).await().atMost(PATIENCE);
        }
    }

    private UploadFailure refusal(AccountRef who) {
        UploadException refused = catchThrowableOfType(UploadException.class, () -> admit(who));
        assertThat(refused).isNotNull();
        assertThat(refused.effectPossible()).isFalse();
        return refused.failure();
    }

    @SafeVarargs
    private void awaitToldOf(AccountRef who, Class<? extends AccountEvent>... kinds) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<ReceivedEvent> told = accounts.about(who.id());
            assertThat(told).hasSize(kinds.length);
            IntStream.range(0, kinds.length)
                    .forEach(i -> assertThat(told.get(i).is(kinds[i])).isTrue());
        });
    }

    private List<PlatformEvent.StatusChanged> statuses() {
        return catalog.all(event -> event.is(PlatformEvent.StatusChanged.class)).stream()
                .map(event -> event.data(PlatformEvent.StatusChanged.class))
                .toList();
    }

    private void letPausePass() {
        run("update breaker set until = now() where until is not null");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }

    private static AccountRef account() {
        return new AccountRef(UUID.randomUUID(), "acme", "demo", Optional.empty(), Map.of());
    }
}
