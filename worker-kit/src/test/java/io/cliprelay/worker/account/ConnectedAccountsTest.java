package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.paper.PaperPlatform;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A platform's settings as a file gives them, and the accounts that come of them. */
class ConnectedAccountsTest {

    private static final UUID DEMO = Ids.account("default", PaperPlatform.NAME, "demo");

    @Test
    void whatIsLeftOutHasItsUsualValue() {
        PlatformSettings settings = settings(Map.of());

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.rateLimits().requestsPerHour()).isEmpty();
        assertThat(settings.rateLimits().requestsPerDay()).isEmpty();
        assertThat(settings.rateLimits().cooldown()).isEmpty();
        assertThat(settings.upload().defaultPrivacy()).isEqualTo(Privacy.PRIVATE);
        assertThat(settings.upload().autoPublish()).isTrue();
        assertThat(settings.upload().retryAttempts()).isEqualTo(3);
        assertThat(settings.upload().chunkSize()).isEmpty();
        assertThat(settings.upload().concurrentUploads()).isEqualTo(8);
        assertThat(settings.upload().concurrentUploadsPerAccount()).isEqualTo(4);
    }

    @Test
    void whatIsGivenIsTaken() {
        PlatformSettings settings = settings(Map.of(
                "rate-limits.requests-per-hour", "100",
                "rate-limits.cooldown", "5M",
                "upload.default-privacy", "unlisted",
                "upload.chunk-size", "8M"));

        assertThat(settings.rateLimits().requestsPerHour()).contains(100);
        assertThat(settings.rateLimits().cooldown()).contains(Duration.ofMinutes(5));
        assertThat(settings.upload().defaultPrivacy()).isEqualTo(Privacy.UNLISTED);
        assertThat(settings.upload().chunkSize().map(MemorySize::asLongValue)).contains(8L << 20);
    }

    @Test
    void anAccountCarriesWhatItsPlatformHasToKnow() {
        ConnectedAccount account = accounts(Map.of(
                        "accounts.demo.access-token", "secret-access",
                        "accounts.demo.access-token-expires-at", "2027-01-22T10:00:00Z",
                        "accounts.demo.external-id", "17841400000000000",
                        "accounts.demo.attributes.login", "facebook"))
                .require(DEMO, "default");

        assertThat(account.externalId()).contains("17841400000000000");
        assertThat(account.attributes()).containsExactly(Map.entry("login", "facebook"));
        assertThat(account.seed())
                .isEqualTo(new Seed(
                        Optional.empty(),
                        Optional.of("secret-access"),
                        Optional.of(Instant.parse("2027-01-22T10:00:00Z"))));
    }

    @Test
    void anAccountWithoutAnyTokenIsRefusedWithWhatToSet() {
        assertThatThrownBy(() -> accounts(Map.of("accounts.demo.tenant", "acme")))
                .hasMessageContaining("Account demo of paper has no token")
                .hasMessageContaining("cliprelay.paper.accounts.\"demo\".refresh-token, or .access-token");
    }

    @Test
    void withoutAccountsItIsSaidWhatToSet() {
        assertThatThrownBy(() -> accounts(Map.of()))
                .hasMessageContaining("set cliprelay.paper.accounts.\"NAME\".refresh-token");
    }

    @Test
    void aWorkerThatIsNotEnabledHasNoAccounts() {
        assertThat(accounts(Map.of("enabled", "false")).all()).isEmpty();
        assertThat(accounts(Map.of("enabled", "false", "accounts.demo.refresh-token", "r"))
                        .all())
                .isEmpty();
    }

    @Test
    void anAccountOfAnotherTenantIsNotConnected() {
        ConnectedAccounts accounts = accounts(Map.of("accounts.demo.refresh-token", "r"));

        UploadException refused =
                catchThrowableOfType(UploadException.class, () -> accounts.require(DEMO, "somebody-else"));

        assertThat(refused.failure()).isInstanceOf(UploadFailure.Auth.class);
    }

    private static ConnectedAccounts accounts(Map<String, String> settings) {
        return new ConnectedAccounts(new PaperPlatform(), settings(settings));
    }

    private static PlatformSettings settings(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("client-id", "id", "client-secret", "secret"));
        all.putAll(settings);
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(PlatformSettings.class, "cliprelay.paper");
        all.forEach((name, value) -> builder.withDefaultValue("cliprelay.paper." + name, value));
        return builder.build().getConfigMapping(PlatformSettings.class, "cliprelay.paper");
    }
}
