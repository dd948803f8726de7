package io.cliprelay.scheduler.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformStatus;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.scheduler.Clips;

import static org.assertj.core.api.Assertions.assertThat;

class WordTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final UUID ACCOUNT = UUID.randomUUID();

    @Test
    void anAccountThatIsHeldIsAnObstacleUntilItIsReleased() {
        Obstacle raised = raised(Word.of(new AccountEvent.Held(ACCOUNT, "p", Optional.of(LATER), Clips.reason()), NOW));

        assertThat(raised.source()).isEqualTo(Source.ACCOUNT);
        assertThat(raised.target()).isEqualTo(ACCOUNT.toString());
        assertThat(raised.until()).contains(LATER);
        assertThat(Word.of(new AccountEvent.Released(ACCOUNT, "p"), NOW))
                .containsExactlyInAnyOrder(cleared(Source.ACCOUNT, false), cleared(Source.CONSENT, false));
    }

    @Test
    void consentIsAnObstacleWithoutAnEndUntilTheAccountIsConnected() {
        Obstacle raised =
                raised(Word.of(new AccountEvent.NeedsReauthorisation(ACCOUNT, "p", "demo", "It ran out", NOW), NOW));

        assertThat(raised.source()).isEqualTo(Source.CONSENT);
        assertThat(raised.until()).isEmpty();
        assertThat(raised.reason().message()).isEqualTo("It ran out");
        assertThat(raised.reason().fix()).contains("demo");
        assertThat(Word.of(new AccountEvent.Connected(ACCOUNT, "p", "demo", NOW), NOW))
                .containsExactlyInAnyOrder(cleared(Source.CONSENT, false), cleared(Source.ACCOUNT, true));
    }

    @Test
    void aRefusalIsAnObstacleThatIsTriedAgain() {
        Obstacle raised = Word.ofRefusal(ACCOUNT, new UploadFailure.Auth(Clips.reason()), NOW, LATER)
                .obstacle();

        assertThat(raised.source()).isEqualTo(Source.CONSENT);
        assertThat(raised.until()).contains(LATER);
    }

    @Test
    void aFreshTokenSaysNothingOfObstacles() {
        assertThat(Word.of(new AccountEvent.Refreshed(ACCOUNT, "p", LATER, Optional.empty(), NOW), NOW))
                .isEmpty();
    }

    @Test
    void aPlatformIsAnObstacleUnlessItIsUp() {
        assertThat(raised(Word.of(status(PlatformStatus.DEGRADED, Optional.of(LATER)), NOW))
                        .until())
                .contains(LATER);
        assertThat(raised(Word.of(status(PlatformStatus.DISABLED, Optional.empty()), NOW))
                        .until())
                .isEmpty();
        assertThat(Word.of(status(PlatformStatus.UP, Optional.empty()), NOW))
                .containsExactly(new Word.Cleared(Source.PLATFORM, "p", false));
    }

    private static PlatformEvent status(PlatformStatus status, Optional<Instant> until) {
        return new PlatformEvent.StatusChanged("p", status, until, Optional.empty());
    }

    private static Word cleared(Source source, boolean endless) {
        return new Word.Cleared(source, ACCOUNT.toString(), endless);
    }

    private static Obstacle raised(List<Word> words) {
        return ((Word.Raised) words.getFirst()).obstacle();
    }
}
