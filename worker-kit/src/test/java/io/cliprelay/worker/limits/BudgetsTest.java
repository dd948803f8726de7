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
import java.util.concurrent.atomic.AtomicBoolean;
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
        take(budgets(), new Charge("units", 9_990));

        assertThatThrownBy(() -> take(budgets(), new Charge("uploads", 1), new Charge("units", 50)))
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("budget.units");

        take(budgets(), new Charge("units", 10));
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
    void eachCallIsAUseAlsoWhereItRepeatsAnother() {
        take();
        take();

        assertThat(used("publishes")).isEqualTo(2);
    }

    @Test
    void aRefusedCallIsNoUse() {
        for (int i = 0; i < 3; i++) {
            take();
        }
        assertThatThrownBy(this::take).isInstanceOf(UploadException.class);

        letPass(Duration.ofHours(24));
        take();

        assertThat(used("publishes")).isEqualTo(1);
    }

    @Test
    void aRollingWindowHasRoomAgainWhenItsOldestUseLeaves() {
        take();
        letPass(Duration.ofHours(5));
        take();
        take();

        assertThat(quotaUntil(() -> take()))
                .isCloseTo(Instant.now().plus(Duration.ofHours(19)), within(10, ChronoUnit.SECONDS));

        letPass(Duration.ofHours(19));
        take();
        assertThat(quotaUntil(() -> take()))
                .isCloseTo(Instant.now().plus(Duration.ofHours(5)), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void aLargeChargeWaitsForAsManyUsesToLeaveAsItNeeds() {
        take();
        letPass(Duration.ofHours(1));
        take();
        letPass(Duration.ofHours(1));
        take();

        assertThat(quotaUntil(() -> take(budgets(), new Charge("publishes", 2))))
                .isCloseTo(Instant.now().plus(Duration.ofHours(23)), within(10, ChronoUnit.SECONDS));
        assertThat(quotaUntil(() -> take(budgets(), new Charge("publishes", 4))))
                .isCloseTo(Instant.now().plus(Duration.ofHours(24)), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void aShortWindowIsAMatterOfSpeed() {
        for (int i = 0; i < 6; i++) {
            take(budgets(), new Charge("starts", 1));
        }

        UploadFailure refused = refusal(() -> take(budgets(), new Charge("starts", 1)));

        assertThat(refused)
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .hasValueSatisfying(until -> assertThat(until)
                                .isCloseTo(Instant.now().plusSeconds(60), within(10, ChronoUnit.SECONDS))));
    }

    @Test
    void aDayEndsAtMidnightOfItsZone() {
        take(budgets(), new Charge("uploads", 100));

        Instant until = quotaUntil(() -> take(budgets(), new Charge("uploads", 1)));

        assertThat(until.atZone(PACIFIC).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(until).isAfter(Instant.now()).isBefore(Instant.now().plus(Duration.ofHours(26)));
    }

    @Test
    void aNewDayHasItsWholeAmount() {
        take(budgets(), new Charge("uploads", 100));
        run("update budget set day = day - 1");

        take(budgets(), new Charge("uploads", 1));

        assertThat(used("uploads")).isEqualTo(1);
    }

    @Test
    void accountsHaveTheirOwnAndShareThoseOfTheApp() {
        Charge all = new Charge("publishes", 3);
        take(budgets(), all, new Charge("uploads", 100));

        assertThatCode(() -> await(budgets().take(other, List.of(all)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> await(budgets().take(other, List.of(new Charge("uploads", 1)))))
                .hasMessageContaining("budget.uploads");
    }

    @Test
    void anAmountThatThePlatformNamedHolds() {
        await(budgets().learned(account, "publishes", 1));
        take();
        assertThatThrownBy(() -> take()).hasMessageContaining("allows 1 in any");

        await(budgets().learned(account, "publishes", 2));
        take();
    }

    @Test
    void whatThePlatformSaysIsUsedUpIsNotTakenBeforeItSaysSo() {
        Instant until = Instant.now().plus(Duration.ofHours(7)).truncatedTo(ChronoUnit.MILLIS);
        Charge charge = new Charge("uploads", 1);

        await(budgets().exhausted(account, List.of(charge), until));

        assertThat(quotaUntil(() -> take(budgets(), charge))).isEqualTo(until);
        assertThatCode(() -> await(budgets().take(other, List.of(charge)))).doesNotThrowAnyException();
    }

    @Test
    void anOperatorSetsAmountsAndLimitsOfAllCalls() {
        Budgets set =
                budgets(pool, Map.of("uploads", 1L), new Granted(Optional.of(3), Optional.of(5), Optional.empty()));
        takeForCall(set, new Charge("uploads", 1));
        takeForCall(set);
        assertThatThrownBy(() -> takeForCall(set, new Charge("uploads", 1))).hasMessageContaining("budget.uploads");

        takeForCall(set);

        assertThatThrownBy(() -> takeForCall(set)).hasMessageContaining("budget.requests-per-hour");
    }

    @Test
    void whatIsLeftIsTold() {
        take(budgets(), new Charge("uploads", 40));
        assertThat(left("uploads")).isEqualTo(60);
        run("update budget set day = day - 1");
        assertThat(left("uploads")).isEqualTo(100);

        take();
        await(budgets().learned(account, "publishes", 50));
        assertThat(left("publishes")).isEqualTo(49);
    }

    @Test
    void aRequestThatIsToldThatAllIsUsedUpHoldsTheAccount() {
        Instant until = Instant.now().plus(Duration.ofHours(7)).truncatedTo(ChronoUnit.MILLIS);
        List<Charge> charges = List.of(new Charge("units", 50));
        UploadFailure usedUp =
                new UploadFailure.QuotaExhausted(new UploadFailure.Reason("quota", "all", "wait"), until);

        assertThatThrownBy(() -> await(budgets()
                        .charged(account, charges, () -> Uni.createFrom().failure(UploadException.refused(usedUp)))))
                .hasMessageContaining("quota");

        assertThat(used("units")).isEqualTo(50);
        assertThat(quotaUntil(() -> take(budgets(), new Charge("units", 1)))).isEqualTo(until);
    }

    @Test
    void aRequestWithoutBudgetIsNotMade() {
        AtomicBoolean made = new AtomicBoolean();

        assertThatThrownBy(() -> await(budgets().charged(account, List.of(new Charge("publishes", 4)), () -> {
                    made.set(true);
                    return Uni.createFrom().voidItem();
                })))
                .hasMessageContaining("budget.publishes");

        assertThat(made).isFalse();
    }

    @Test
    void aSweepForgetsWhatLeftItsWindowAndNothingElse() {
        take();
        letPass(Duration.ofHours(24));
        run("insert into budget_use (name, owner, amount, leaves_at) select name, owner, 2, now() + interval '1 hour' "
                + "from budget");
        run("update budget set used = used + 2");

        await(new BudgetSweep(pool, vertx).sweep());

        assertThat(used("publishes")).isEqualTo(2);
        assertThat(number("select count(*) from budget_use")).isEqualTo(1);
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
        return budgets.take(account, List.of(charges))
                .replaceWith(true)
                .onFailure(UploadException.class)
                .recoverWithItem(false);
    }

    private void take() {
        take(budgets(), new Charge("publishes", 1));
    }

    private void take(Budgets budgets, Charge... charges) {
        await(budgets.take(account, List.of(charges)));
    }

    private void takeForCall(Budgets budgets, Charge... charges) {
        await(budgets.takeForCall(account, List.of(charges)));
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

    private long left(String limit) {
        return budgets().left(account, limit).await().atMost(PATIENCE);
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
