package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Inject;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.secret.Watched;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.worker.account.TokenEndpoint.Fault;
import io.cliprelay.worker.account.seal.KeyRing;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** Tokens that rotate, with the real database and a real endpoint. A replica is made by hand, as often as needed. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RefreshTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String OLD_KEY = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";
    private static final String NEW_KEY = "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0=";

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    AccountEvents events;

    @Inject
    OidcClients clients;

    private final UUID id = UUID.randomUUID();
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(later.get());
    private final TokenEndpoint endpoint = TokenEndpoint.open();
    private final ConnectedAccount account = account("refresh-0");
    private OidcClient client;
    private TopicReader topic;

    @BeforeEach
    void open() {
        OidcClientConfig config = OidcClientConfig.tokenPath(endpoint.url())
                .id(id.toString())
                .clientId("client")
                .credentials("s3cret")
                .discoveryEnabled(false)
                .grant(OidcClientConfig.Grant.Type.REFRESH)
                .build();
        client = clients.newClient(config).await().atMost(LIMIT);
        topic = TopicReader.of(Topics.ACCOUNT_EVENTS);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        topic.close();
        endpoint.close();
    }

    /** What a worker process has of its own. */
    private record Replica(CredentialStore store, AccessTokens tokens) {

        AccessToken token(ConnectedAccount account) {
            return tokens.of(account).await().atMost(LIMIT);
        }

        UploadFailure refusal(ConnectedAccount account) {
            return catchThrowableOfType(UploadException.class, () -> token(account))
                    .failure();
        }
    }

    @Test
    void twoReplicasThatNeedATokenAtOnceRefreshOnce() {
        Runnable go = endpoint.hold();
        CompletableFuture<AccessToken> one = replica().tokens().of(account).subscribeAsCompletionStage();
        CompletableFuture<AccessToken> other = replica().tokens().of(account).subscribeAsCompletionStage();
        await().atMost(LIMIT).until(() -> !endpoint.calls().isEmpty());

        go.run();

        assertThat(one.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join())
                .isEqualTo(other.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                        .join())
                .isEqualTo(new AccessToken("access-1"));
        assertThat(endpoint.calls()).hasSize(1);
    }

    @Test
    void theFormCarriesTheClientAndWhatThePlatformWantsBeside() {
        replica().token(account);

        assertThat(endpoint.calls().getFirst())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "refresh-0")
                .containsEntry("client_key", "own");
    }

    @Test
    void aTokenThatIsStoredOpensTheAccountAfterARestartWithoutARefresh() {
        replica().token(account);

        Replica restarted = replica();
        seed(restarted, account);

        assertThat(restarted.token(account)).isEqualTo(new AccessToken("access-1"));
        assertThat(endpoint.calls()).hasSize(1);
    }

    @Test
    void aRotatedRefreshTokenWinsOverTheConfiguredOneThatItCameFrom() {
        replica().token(account);
        later.set(TokenEndpoint.LIFE);

        Replica restarted = replica();
        seed(restarted, account);

        assertThat(restarted.token(account)).isEqualTo(new AccessToken("access-2"));
        assertThat(endpoint.calls().getLast()).containsEntry("refresh_token", "refresh-1");
    }

    @Test
    void aProcessThatDiesRightAfterItStoredTheAnswerLosesNothing() {
        CredentialStore dying = replica().store();
        StoredCredential mine = seed(dying, account);
        StoredCredential taken =
                dying.take(mine, Duration.ofMinutes(1)).await().atMost(LIMIT).orElseThrow();
        Grant grant = refresher().refresh(taken.credentials()).await().atMost(LIMIT);
        dying.keep(taken, taken.secrets().with(grant, clock.instant())).await().atMost(LIMIT);

        Replica next = replica();
        assertThat(next.token(account)).isEqualTo(new AccessToken("access-1"));
        later.set(TokenEndpoint.LIFE);
        assertThat(next.token(account)).isEqualTo(new AccessToken("access-2"));
    }

    @Test
    void aProcessThatDiesWhileItFetchesIsSucceededOnceItsLeaseHasRunOut() {
        CredentialStore dying = replica().store();
        StoredCredential mine = seed(dying, account);
        dying.take(mine, Duration.ofMillis(500)).await().atMost(LIMIT).orElseThrow();

        assertThat(replica().token(account)).isEqualTo(new AccessToken("access-1"));
    }

    @Test
    void whoFetchedForSecretsThatWereReplacedMeanwhileChangesNothing() {
        CredentialStore slow = replica().store();
        StoredCredential mine = seed(slow, account);
        endpoint.consent("consented-anew");
        seed(replica(), account("consented-anew"));

        Grant late = new Grant(
                new AccessToken("late"), clock.instant().plusSeconds(600), Optional.of("late"), Optional.empty());
        boolean kept = slow.keep(mine, mine.secrets().with(late, clock.instant()))
                .await()
                .atMost(LIMIT);

        assertThat(kept).isFalse();
        assertThat(replica().token(account("consented-anew"))).isEqualTo(new AccessToken("access-1"));
    }

    @Test
    void anotherConfiguredTokenReplacesTheStoredOne() {
        replica().token(account);
        endpoint.consent("consented-anew");
        ConnectedAccount anew = account("consented-anew");

        Replica restarted = replica();
        seed(restarted, anew);

        assertThat(restarted.token(anew)).isEqualTo(new AccessToken("access-2"));
        assertThat(endpoint.calls().getLast()).containsEntry("refresh_token", "consented-anew");
    }

    @Test
    void aRefreshWithoutAnswerIsTriedOnceMore() {
        endpoint.next(Fault.UNAVAILABLE);

        assertThat(replica().token(account)).isEqualTo(new AccessToken("access-1"));
    }

    @Test
    void anEndpointThatStaysAwayIsAPassingFailureAndAsksNobodyToConsent() {
        endpoint.next(Fault.UNAVAILABLE, Fault.UNAVAILABLE);
        Replica replica = replica();

        assertThat(replica.refusal(account)).isInstanceOf(UploadFailure.Transient.class);

        assertThat(replica.token(account)).isEqualTo(new AccessToken("access-1"));
        awaitTold(AccountEvent.Refreshed.class);
    }

    @Test
    void aRotationWhoseAnswerWasLostNeedsTheOwner() {
        endpoint.next(Fault.ANSWER_LOST);

        assertThat(replica().refusal(account)).isInstanceOf(UploadFailure.Auth.class);

        assertThat(endpoint.calls()).hasSize(2);
        awaitTold(AccountEvent.NeedsReauthorisation.class);
    }

    @Test
    void anOwnerIsAskedOnceAndTheAccountIsConnectedAgainWhenARefreshWorks() {
        endpoint.consent("another");
        Replica replica = replica();
        replica.refusal(account);
        replica().refusal(account);
        awaitTold(AccountEvent.NeedsReauthorisation.class);

        endpoint.consent("refresh-0");
        replica.token(account);

        awaitTold(AccountEvent.NeedsReauthorisation.class, AccountEvent.Refreshed.class, AccountEvent.Connected.class);
    }

    @Test
    void aRefusalWithStatus200IsARefusal() {
        endpoint.next(Fault.REFUSED_WITH_200);

        UploadFailure failure = replica().refusal(account);

        assertThat(failure).isInstanceOf(UploadFailure.Auth.class);
        assertThat(failure.reason().code()).isEqualTo("invalid_grant");
    }

    @Test
    void aTokenThatIsDueIsUsedAsLongAsItLivesIfNoneIsToBeHad() {
        replica().token(account);
        later.set(TokenEndpoint.LIFE.minusMinutes(2));
        endpoint.next(Fault.UNAVAILABLE, Fault.UNAVAILABLE);

        assertThat(replica().token(account)).isEqualTo(new AccessToken("access-1"));
    }

    @Test
    void aTokenIsReplacedAheadOfItsEnd() {
        replica().token(account);
        later.set(TokenEndpoint.LIFE.minusMinutes(2));

        assertThat(replica().token(account)).isEqualTo(new AccessToken("access-2"));
    }

    @Test
    void aPlatformThatGrantsWhatHasEndedAlreadyIsNotAskedWithoutEnd() {
        endpoint.life(Duration.ZERO);

        assertThat(replica().token(account)).isEqualTo(new AccessToken("access-1"));
        assertThat(endpoint.calls()).hasSize(1);
    }

    @Test
    void aTokenThatThePlatformRefusedIsReplacedOnceForAllReplicas() {
        Replica one = replica();
        Replica other = replica();
        AccessToken refused = one.token(account);
        other.token(account);

        one.tokens().forget(account, refused);
        other.tokens().forget(account, refused);

        assertThat(one.token(account)).isEqualTo(other.token(account)).isEqualTo(new AccessToken("access-2"));
        assertThat(endpoint.calls()).hasSize(2);
    }

    @Test
    void withoutARefreshTokenTheAccessTokenServesUntilItsEndAndTheOwnerHearsOfItBefore() {
        Instant end = clock.instant().plus(Duration.ofDays(60));
        ConnectedAccount selfServed =
                account(new Seed(Optional.empty(), Optional.of("configured-access"), Optional.of(end)));
        assertThat(replica().token(selfServed)).isEqualTo(new AccessToken("configured-access"));

        later.set(Duration.ofDays(60).minusMinutes(2));
        assertThat(replica().token(selfServed)).isEqualTo(new AccessToken("configured-access"));
        awaitTold(AccountEvent.NeedsReauthorisation.class);

        later.set(Duration.ofDays(60));
        UploadFailure failure = replica().refusal(selfServed);
        assertThat(failure).isInstanceOf(UploadFailure.Auth.class);
        assertThat(failure.reason().code()).isEqualTo("token.expired");
        assertThat(endpoint.calls()).isEmpty();
    }

    @Test
    void noSecretIsInTheTableInClearNorInEventsNorShown() {
        Replica replica = replica();
        AccessToken token = replica.token(account);
        StoredCredential stored = replica.store().of(account).await().atMost(LIMIT);

        assertThat(rowAsText()).doesNotContain("refresh-", "access-", "refreshToken");
        awaitTold(AccountEvent.Refreshed.class);
        assertThat(topic.about(id)).allSatisfy(event -> assertThat(event.headers() + event.value())
                .doesNotContain("refresh-", "access-1"));
        assertThat(List.of(account, account.seed(), stored, stored.secrets(), stored.credentials(), token))
                .asString()
                .doesNotContain("refresh-", "access-");
    }

    @Test
    void noSecretIsInTheLogWhateverTheEndpointAnswers() {
        try (LogCapture log = LogCapture.start()) {
            replica().token(account);
            later.set(TokenEndpoint.LIFE);
            endpoint.next(Fault.ANSWER_LOST, Fault.UNAVAILABLE);
            replica().refusal(account);
            replica().refusal(account);

            assertThat(log.lines()).anyMatch(line -> line.contains("No new token for account demo"));
            assertThat(log.lines()).noneMatch(line -> line.matches("(?s).*(refresh-\\d|access-\\d|s3cret).*"));
        }
    }

    @Test
    void aKeyThatIsMissingIsSaidWithWhatToSet() {
        seed(replica(OLD_KEY), account);

        assertThatThrownBy(() -> seed(replica(NEW_KEY), account))
                .hasMessageContaining(id.toString())
                .hasMessageContaining("were sealed by key " + column("key_id"))
                .hasMessageContaining("add the key again to cliprelay.worker.keys.file");
    }

    @Test
    void aNewerKeySealsAnewWhatAnOlderOneSealed() {
        replica(OLD_KEY).token(account);
        String before = column("key_id");

        seed(replica(OLD_KEY, NEW_KEY), account);

        assertThat(column("key_id")).isNotEqualTo(before);
        assertThat(replica(NEW_KEY).token(account)).isEqualTo(new AccessToken("access-1"));
    }

    @Test
    void whatWasSealedForOneAccountDoesNotOpenForAnother() {
        seed(replica(), account);
        UUID other = UUID.randomUUID();
        pool.preparedQuery("insert into credential (account_id, sealed, key_id) "
                        + "select $1, sealed, key_id from credential where account_id = $2")
                .execute(Tuple.of(other, id))
                .await()
                .atMost(LIMIT);

        ConnectedAccount thief =
                new ConnectedAccount(other, "default", "other", Optional.empty(), Map.of(), account.seed());
        assertThatThrownBy(() -> seed(replica(), thief)).hasMessageContaining("do not open by key");
    }

    private Replica replica(String... keys) {
        KeyRing ring = KeyRing.of(keys.length == 0 ? List.of(NEW_KEY) : List.of(keys));
        CredentialStore store = new CredentialStore(pool, transactions, outbox, events, Watched.always(ring), clock);
        return new Replica(store, new AccessTokens(new TokenRenewal(store, refresher(), clock), clock));
    }

    private TokenRefresher refresher() {
        return new OauthRefresher(client, clock, Map.of("client_key", "own"));
    }

    private static StoredCredential seed(Replica replica, ConnectedAccount account) {
        return seed(replica.store(), account);
    }

    private static StoredCredential seed(CredentialStore store, ConnectedAccount account) {
        return store.seed(account).await().atMost(LIMIT);
    }

    private ConnectedAccount account(String refreshToken) {
        return account(new Seed(Optional.of(refreshToken), Optional.empty(), Optional.empty()));
    }

    private ConnectedAccount account(Seed seed) {
        return new ConnectedAccount(id, "default", "demo", Optional.empty(), Map.of(), seed);
    }

    private void awaitTold(Class<?>... types) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(topic.about(id))
                .extracting(ReceivedEvent::type)
                .containsExactly(java.util.Arrays.stream(types)
                        .map(io.cliprelay.contracts.EventTypes::nameOf)
                        .toArray(String[]::new)));
    }

    private String rowAsText() {
        return row("select encode(sealed, 'escape') || credential::text as shown from credential where account_id = $1")
                .getString("shown");
    }

    private String column(String name) {
        return row("select * from credential where account_id = $1").getString(name);
    }

    private Row row(String query) {
        Uni<Row> row = pool.preparedQuery(query).execute(Tuple.of(id)).map(rows -> rows.iterator()
                .next());
        return row.await().atMost(LIMIT);
    }
}
