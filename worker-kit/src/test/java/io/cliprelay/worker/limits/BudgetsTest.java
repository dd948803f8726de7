package io.cliprelay.worker.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

/** Budgets as the real database keeps them. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class BudgetsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final Limit UPLOADS = new Limit("uploads", Limit.Scope.APP, new Window.Daily(PACIFIC), 100);
    private static final Limit UNITS = new Limit("units", Limit.Scope.APP, new Window.Daily(PACIFIC), 10_000);
    private static final Limit PUBLISHES =
            new Limit("publishes", Limit.Scope.ACCOUNT, new Window.Rolling(Duration.ofHours(24)), 3);
    private static final Limit STARTS =
            new Limit("starts", Limit.Scope.ACCOUNT, new Window.Rolling(Duration.ofMinutes(1)), 6);

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    private final UUID account = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @AfterEach
    void empty() {
        run("delete from budget");
        run("delete from budget_use");
        run("delete from budget_charge");
    }

    @Test
    void whatIsChargedIsUsedUpExactlyHoweverManyTakeAtOnceInSeveralReplicas() {
        Pool second = Pool.newInstance(PgBuilder.pool()
                .using(vertx)
                .with(new PoolOptions().setMaxSize(10))
                .connectingTo(PgConnectOptions.fromUri(url).setUser("cliprelay").setPassword("cliprelay"))
                .build());
        List<Budgets> replicas = List.of(budgets(pool), budgets(second));

        List<Uni<Boolean>> takers = IntStream.range(0, 400)
                .mapToObj(i -> granted(replicas.get(i % 2), new Charge("uploads", 1), new Charge("units", 50)))
                .toList();
        long granted = Uni.join().all(takers).usingConcurrencyOf(100).andFailFast().await().atMost(PATIENCE).stream()
                .filter(Boolean::booleanValue)
                .count();
        second.close().await().atMost(PATIENCE);

        assertThat(granted).isEqualTo(100);
        assertThat(used("uploads")).isEqualTo(100);
        assertThat(used("units")).isEqualTo(5_000);
    }

    @Test
    void allChargesAreTakenOrNone() {
        take(budgets(), Call.COMPLETE, new Charge("units", 9_990));

        assertThatThrownBy(() -> take(budgets(), Call.COMPLETE, new Charge("uploads", 1), new Charge("units", 50)))
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("budget.units");

        take(budgets(), Call.COMPLETE, new Charge("units", 10));
        assertThat(used("uploads")).isZero();
        assertThat(used("units")).isEqualTo(10_000);
    }

    @Test
    void takersThatNameTheSameLimitsInAnotherOrderDoNotBlockEachOther() {
        List<Uni<Boolean>> takers = IntStream.range(0, 200)
                .mapToObj(i -> i % 2 == 0
                        ? granted(budgets(), new Charge("uploads", 1), new Charge("units", 1))
                        : granted(budgets(), new Charge("units", 1), new Charge("uploads", 1)))
                .toList();

        assertThat(Uni.join().all(takers).andFailFast().await().atMost(PATIENCE))
                .filteredOn(Boolean::booleanValue)
                .hasSize(100);
    }

    @Test
    void aCrashAndARepeatAreOneUse() {
        UUID upload = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            take(upload, 1, Call.PUBLISH);
        }
        take(upload, 2, Call.PUBLISH);

        assertThat(used("publishes")).isEqualTo(2);
    }

    @Test
    void twoReplicasThatRepeatTheSameCallAtOnceAreOneUse() {
        UUID upload = UUID.randomUUID();
        List<Uni<Void>> takers = IntStream.range(0, 50)
                .mapToObj(i -> budgets().take(account, upload, 1, Call.OPEN, List.of(new Charge("publishes", 1))))
                .toList();

        Uni.join().all(takers).andFailFast().await().atMost(PATIENCE);

        assertThat(used("publishes")).isEqualTo(1);
    }

    @Test
    void aCallThatWasRefusedIsChargedWhenItIsMadeLater() {
        UUID upload = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            take(UUID.randomUUID(), 1, Call.PUBLISH);
        }
        assertThatThrownBy(() -> take(upload, 1, Call.PUBLISH)).isInstanceOf(UploadException.class);

        letPass(Duration.ofHours(24));
        take(upload, 1, Call.PUBLISH);

        assertThat(used("publishes")).isEqualTo(1);
    }

    @Test
    void otherCallsAreChargedEachTime() {
        UUID upload = UUID.randomUUID();
        take(upload, 1, Call.INSPECT);
        take(upload, 1, Call.INSPECT);

        assertThat(used("publishes")).isEqualTo(2);
    }

    @Test
    void aRollingWindowHasRoomAgainWhenItsOldestUseLeaves() {
        take(UUID.randomUUID(), 1, Call.PUBLISH);
        letPass(Duration.ofHours(5));
        take(UUID.randomUUID(), 1, Call.PUBLISH);
        take(UUID.randomUUID(), 1, Call.PUBLISH);

        assertThat(quotaUntil(() -> take(UUID.randomUUID(), 1, Call.PUBLISH)))
                .isCloseTo(Instant.now().plus(Duration.ofHours(19)), within(10, ChronoUnit.SECONDS));

        letPass(Duration.ofHours(19));
        take(UUID.randomUUID(), 1, Call.PUBLISH);
        assertThat(quotaUntil(() -> take(UUID.randomUUID(), 1, Call.PUBLISH)))
                .isCloseTo(Instant.now().plus(Duration.ofHours(5)), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void aLargeChargeWaitsForAsManyUsesToLeaveAsItNeeds() {
        take(UUID.randomUUID(), 1, Call.PUBLISH);
        letPass(Duration.ofHours(1));
        take(UUID.randomUUID(), 1, Call.PUBLISH);
        letPass(Duration.ofHours(1));
        take(UUID.randomUUID(), 1, Call.PUBLISH);

        assertThat(quotaUntil(() -> take(budgets(), Call.OPEN, new Charge("publishes", 2))))
                .isCloseTo(Instant.now().plus(Duration.ofHours(23)), within(10, ChronoUnit.SECONDS));
        assertThat(quotaUntil(() -> take(budgets(), Call.OPEN, new Charge("publishes", 4))))
                .isCloseTo(Instant.now().plus(Duration.ofHours(24)), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void aShortWindowIsAMatterOfSpeed() {
        for (int i = 0; i < 6; i++) {
            take(budgets(), Call.OPEN, new Charge("starts", 1));
        }

        UploadFailure refused = refusal(() -> take(budgets(), Call.OPEN, new Charge("starts", 1)));

        assertThat(refused)
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .hasValueSatisfying(until -> assertThat(until)
                                .isCloseTo(Instant.now().plusSeconds(60), within(10, ChronoUnit.SECONDS))));
    }

    @Test
    void aDayEndsAtMidnightOfItsZone() {
        take(budgets(), Call.COMPLETE, new Charge("uploads", 100));

        Instant until = quotaUntil(() -> take(budgets(), Call.COMPLETE, new Charge("uploads", 1)));

        assertThat(until.atZone(PACIFIC).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(until).isAfter(Instant.now()).isBefore(Instant.now().plus(Duration.ofHours(26)));
    }

    @Test
    void aNewDayHasItsWholeAmount() {
        take(budgets(), Call.COMPLETE, new Charge("uploads", 100));
        run("update budget set day = day - 1");

        take(budgets(), Call.COMPLETE, new Charge("uploads", 1));

        assertThat(used("uploads")).isEqualTo(1);
    }

    @Test
    void accountsHaveTheirOwnAndShareThoseOfTheApp() {
        Charge all = new Charge("publishes", 3);
        take(budgets(), Call.COMPLETE, all, new Charge("uploads", 100));

        assertThatCode(() -> await(budgets().take(other, UUID.randomUUID(), 1, Call.COMPLETE, List.of(all))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> await(
                        budgets().take(other, UUID.randomUUID(), 1, Call.COMPLETE, List.of(new Charge("uploads", 1)))))
                .hasMessageContaining("budget.uploads");
    }

    @Test
    void anAmountThatThePlatformNamedHolds() {
        await(budgets().learned(account, "publishes", 1));
        take(UUID.randomUUID(), 1, Call.PUBLISH);
        assertThatThrownBy(() -> take(UUID.randomUUID(), 1, Call.PUBLISH)).hasMessageContaining("allows 1 in any");

        await(budgets().learned(account, "publishes", 2));
        take(UUID.randomUUID(), 1, Call.PUBLISH);
    }

    @Test
    void whatThePlatformSaysIsUsedUpIsNotTakenBeforeItSaysSo() {
        Instant until = Instant.now().plus(Duration.ofHours(7)).truncatedTo(ChronoUnit.MILLIS);
        Charge charge = new Charge("uploads", 1);

        await(budgets().exhausted(account, List.of(charge), until));

        assertThat(quotaUntil(() -> take(budgets(), Call.OPEN, charge))).isEqualTo(until);
        assertThatCode(() -> await(budgets().take(other, UUID.randomUUID(), 1, Call.OPEN, List.of(charge))))
                .doesNotThrowAnyException();
    }

    @Test
    void anOperatorSetsAmountsAndLimitsOfAllCalls() {
        Budgets set =
                budgets(pool, Map.of("uploads", 1L), new Granted(Optional.of(3), Optional.of(5), Optional.empty()));
        take(set, Call.OPEN, new Charge("uploads", 1));
        take(set, Call.STATUS);
        assertThatThrownBy(() -> take(set, Call.OPEN, new Charge("uploads", 1))).hasMessageContaining("budget.uploads");

        take(set, Call.STATUS);

        assertThatThrownBy(() -> take(set, Call.STATUS)).hasMessageContaining("budget.requests-per-hour");
    }

    @Test
    void aSweepForgetsWhatLeftItsWindowAndNothingElse() {
        take(UUID.randomUUID(), 1, Call.PUBLISH);
        letPass(Duration.ofHours(24));
        run("insert into budget_use (name, owner, amount, leaves_at) select name, owner, 2, now() + interval '1 hour' "
                + "from budget");
        run("update budget set used = used + 2");
        run("update budget_charge set charged_at = now() - interval '31 days'");

        await(new BudgetSweep(pool, vertx).sweep());

        assertThat(used("publishes")).isEqualTo(2);
        assertThat(number("select count(*) from budget_use")).isEqualTo(1);
        assertThat(number("select count(*) from budget_charge")).isZero();
    }

    private Budgets budgets() {
        return budgets(pool);
    }

    private static Budgets budgets(Pool pool) {
        return budgets(pool, Map.of(), Granted.NOTHING_SPECIAL);
    }

    private static Budgets budgets(Pool pool, Map<String, Long> amounts, Granted granted) {
        return new Budgets(
                pool,
                Allowances.of(List.of(UPLOADS, UNITS, PUBLISHES, STARTS), amounts, granted),
                new SimpleMeterRegistry());
    }

    private Uni<Boolean> granted(Budgets budgets, Charge... charges) {
        return budgets.take(account, UUID.randomUUID(), 1, Call.OPEN, List.of(charges))
                .replaceWith(true)
                .onFailure(UploadException.class)
                .recoverWithItem(false);
    }

    private void take(UUID upload, int attempt, Call call) {
        await(budgets().take(account, upload, attempt, call, List.of(new Charge("publishes", 1))));
    }

    private void take(Budgets budgets, Call call, Charge... charges) {
        await(budgets.take(account, UUID.randomUUID(), 1, call, List.of(charges)));
    }

    private static Instant quotaUntil(ThrowingCallable call) {
        return ((UploadFailure.QuotaExhausted) refusal(call)).until();
    }

    private static UploadFailure refusal(ThrowingCallable call) {
        UploadException refused = catchThrowableOfType(UploadException.class, call);
        assertThat(refused.effectPossible()).isFalse();
        return refused.failure();
    }

    /** So that tests need not wait: all that was done lies this much further back. */
    private void letPass(Duration time) {
        run("update budget_use set leaves_at = leaves_at - interval '" + time.toSeconds() + " seconds'");
    }

    private long used(String limit) {
        return number("select coalesce(sum(used), 0)::bigint from budget where name = '" + limit + "'");
    }

    private long number(String sql) {
        Row row = pool.query(sql).execute().await().atMost(PATIENCE).iterator().next();
        return row.getLong(0);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }

    private static void await(Uni<Void> work) {
        work.await().atMost(PATIENCE);
    }
}
