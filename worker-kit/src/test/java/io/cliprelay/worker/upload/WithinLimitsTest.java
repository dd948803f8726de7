package io.cliprelay.worker.upload;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.inbox.CommandInbox;
import io.cliprelay.worker.limits.Breakers;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.paper.PaperAccounts;
import io.cliprelay.worker.paper.PaperPlatform;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.SessionStatus;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** What becomes of uploads when the platform is not to be asked. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class WithinLimitsTest {

    private static final AccountRef ACCOUNT =
            new AccountRef(PaperAccounts.DEMO, "default", "demo", Optional.empty(), Map.of());
    private static final UploadFailure.Reason REASON =
            new UploadFailure.Reason("paper.torn", "the paper is torn", "take another sheet");
    private static final long PLENTY = 1000;

    @Inject
    CommandInbox inbox;

    @Inject
    PaperPlatform platform;

    @Inject
    Budgets budgets;

    @Inject
    Breakers breakers;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    private UploadStory story;

    @BeforeEach
    void open() {
        story = UploadStory.begin(inbox, pool, folder);
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void eachCallIsCharged() {
        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        // open, send, inspect, complete
        await().atMost(UploadStory.PATIENCE)
                .untilAsserted(() -> assertThat(used()).isEqualTo(4));
    }

    @Test
    void anUploadWithoutBudgetIsGivenBackUntilThereIsRoomAndThePlatformIsNotAsked() {
        allow(0);

        story.order(1);

        story.awaitTold("Queued", "Started", "AttemptFailed");
        assertThat(story.failure()).isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, limited -> {
            assertThat(limited.reason().code()).isEqualTo("budget.sheets");
            assertThat(limited.until())
                    .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(1, ChronoUnit.MINUTES));
        });
        assertThat(story.column("handle")).isNull();

        allow(PLENTY);
        story.order(2);

        story.awaitTold("Queued", "Started", "AttemptFailed", "Queued", "Started", "Processing", "Published");
    }

    @Test
    void aSessionThatIsOpenedAgainIsChargedAgain() {
        platform.instead(story.clip().id(), "open", WithinLimitsTest::unclear);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        await().atMost(UploadStory.PATIENCE)
                .untilAsserted(() -> assertThat(used()).isEqualTo(5));
    }

    @Test
    void whatHasNoBudgetForItsBytesIsSentLaterThroughTheSameSession() {
        allow(1);

        story.order(1);

        story.awaitTold("Queued", "Started", "AttemptFailed");
        assertThat(story.column("intent_at")).isNull();
        String handle = story.column("handle");
        assertThat(handle).isNotNull();

        allow(PLENTY);
        story.order(2);

        story.awaitTold("Queued", "Started", "AttemptFailed", "Queued", "Started", "Processing", "Published");
        assertThat(story.column("handle")).isEqualTo(handle);
        assertThat(platform.posts(story.clip().id())).hasSize(1);
    }

    @Test
    void aLookWithoutBudgetIsMadeWhenThereIsRoom() {
        allow(2);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing");
        await().atMost(UploadStory.PATIENCE)
                .untilAsserted(() -> assertThat(nextLookIsInAnHour()).isTrue());
        allow(PLENTY);
        run("update upload set next_at = now()");
        story.awaitTold("Queued", "Started", "Processing", "Published");
    }

    @Test
    void aQuestionWithoutBudgetIsNoLookThatProvesAnything() {
        platform.instead(story.clip().id(), "send", () -> budgets.learned(PaperAccounts.DEMO, PaperPlatform.SHEETS, 0)
                .chain(WithinLimitsTest::unclear));

        story.order(1);

        story.awaitTold("Queued", "Started", "Unconfirmed");
        assertThat(story.column("looks")).isEqualTo("0");
        assertThat(nextLookIsInAnHour()).isTrue();
        allow(PLENTY);
        run("update upload set next_at = now()");
        story.awaitTold("Queued", "Started", "Unconfirmed", "Started", "Processing", "Published");
        assertThat(platform.posts(story.clip().id())).hasSize(1);
    }

    @Test
    void whatIsReadyToBePublishedIsGivenBackUntilThereIsRoom() {
        platform.instead(
                story.clip().id(), "send", () -> Uni.createFrom().item(new SessionStatus.Ready(Optional.empty())));
        allow(2);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "AttemptFailed");
        assertThat(story.failure().reason().code()).isEqualTo("budget.sheets");
        assertThat(platform.posts(story.clip().id())).isEmpty();
    }

    @Test
    void whatThePlatformSaysIsUsedUpIsNotAskedForBeforeItSaysSo() {
        Instant until = Instant.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MILLIS);
        platform.instead(story.clip().id(), "open", () -> refused(new UploadFailure.QuotaExhausted(REASON, until)));
        story.order(1);
        story.awaitTold("Queued", "Started", "AttemptFailed");

        story.order(2);

        story.awaitTold("Queued", "Started", "AttemptFailed", "Queued", "Started", "AttemptFailed");
        assertThat(story.failure().reason().code()).isEqualTo("budget.sheets");
        assertThat(((UploadFailure.QuotaExhausted) story.failure()).until()).isEqualTo(until);
    }

    @Test
    void aPauseThatThePlatformAskedForHoldsTheWholeAccount() {
        Instant until = Instant.now().plusSeconds(90).truncatedTo(ChronoUnit.MILLIS);
        platform.instead(
                story.clip().id(), "send", () -> refused(new UploadFailure.RateLimited(REASON, Optional.of(until))));
        story.order(1);
        story.awaitTold("Queued", "Started", "AttemptFailed");

        story.order(2);

        story.awaitTold("Queued", "Started", "AttemptFailed", "Queued", "Started", "AttemptFailed");
        assertThat(story.failure()).isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> {
            assertThat(limited.reason().code()).isEqualTo("breaker.open");
            assertThat(limited.until()).contains(until);
        });
    }

    @Test
    void anAccountThatThePlatformTurnsAwayIsHeldUntilItIsConnectedAgain() {
        platform.instead(story.clip().id(), "open", () -> refused(new UploadFailure.Auth(REASON)));
        story.order(1);
        story.awaitTold("Queued", "Started", "AttemptFailed");

        story.order(2);
        story.awaitTold("Queued", "Started", "AttemptFailed", "Queued", "Started", "AttemptFailed");
        assertThat(story.failure()).isInstanceOf(UploadFailure.Auth.class);

        breakers.reauthorised(ACCOUNT).await().atMost(UploadStory.PATIENCE);
        story.order(3);
        story.awaitTold(
                "Queued",
                "Started",
                "AttemptFailed",
                "Queued",
                "Started",
                "AttemptFailed",
                "Queued",
                "Started",
                "Processing",
                "Published");
    }

    /** As long as tokens are granted, the owner can do nothing about it, and other uploads may fare better. */
    @Test
    void newTokensThatAreRefusedAgainAndAgainEndTheAttemptAndHoldNobody() {
        refuseTokens(5);
        story.order(1);
        story.awaitTold("Queued", "Started", "AttemptFailed");
        assertThat(story.failure()).isInstanceOf(UploadFailure.Transient.class);
        assertThat(story.failure().reason()).isEqualTo(REASON);

        story.order(2);

        story.awaitTold("Queued", "Started", "AttemptFailed", "Queued", "Started", "Processing", "Published");
        assertThat(pauses()).isZero();
    }

    @Test
    void anExpiredTokenIsRenewedAndHoldsNobody() {
        platform.instead(story.clip().id(), "open", WithinLimitsTest::tokenRefused);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        assertThat(pauses()).isZero();
    }

    /** Another upload's fault may hit the token that this one has just been given. */
    @Test
    void aNewTokenThatIsRefusedTooIsRenewedAndHoldsNobody() {
        refuseTokens(3);

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        assertThat(pauses()).isZero();
    }

    @Test
    void theUploadThatTriesAfterAPauseEndsIt() {
        breakers.failed(
                        ACCOUNT,
                        new UploadFailure.RateLimited(
                                REASON, Optional.of(Instant.now().plusSeconds(90))))
                .await()
                .atMost(UploadStory.PATIENCE);
        run("update breaker set until = now() where until is not null");

        story.order(1);

        story.awaitTold("Queued", "Started", "Processing", "Published");
        assertThat(pauses()).isZero();
    }

    private void refuseTokens(int times) {
        for (int refusal = 0; refusal < times; refusal++) {
            platform.instead(story.clip().id(), "open", WithinLimitsTest::tokenRefused);
        }
    }

    private boolean nextLookIsInAnHour() {
        return story.column("(next_at > now() + interval '50 minutes')").equals("true");
    }

    private void allow(long sheets) {
        budgets.learned(PaperAccounts.DEMO, PaperPlatform.SHEETS, sheets)
                .await()
                .atMost(UploadStory.PATIENCE);
    }

    private long used() {
        return number("select coalesce(sum(used), 0)::bigint from budget");
    }

    private long pauses() {
        return number("select count(*) from breaker where until is not null");
    }

    private long number(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(UploadStory.PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(UploadStory.PATIENCE);
    }

    private static Uni<?> refused(UploadFailure failure) {
        return Uni.createFrom().failure(UploadException.refused(failure));
    }

    private static Uni<?> tokenRefused() {
        return Uni.createFrom().failure(UploadException.tokenRefused(new UploadFailure.Auth(REASON)));
    }

    private static Uni<?> unclear() {
        return Uni.createFrom().failure(UploadException.unclear(new UploadFailure.Transient(REASON), null));
    }
}
