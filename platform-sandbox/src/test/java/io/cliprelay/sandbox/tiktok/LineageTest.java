package io.cliprelay.sandbox.tiktok;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineageTest {

    private final Lineage begun =
            new Lineage("demo", "demo", "client", Set.of("video.publish"), "first-token", 0, Instant.EPOCH);

    @Test
    void theFirstTokenDiesWithTheFirstRefresh() {
        Lineage refreshed = begun.refreshed(0, Instant.EPOCH);

        assertThat(begun.living("first-token")).hasValue(0);
        assertThat(refreshed.living("first-token")).isEmpty();
        assertThat(refreshed.living(refreshed.refreshToken())).hasValue(1);
    }

    @Test
    void everyRefreshKillsTheTokenBefore() {
        Lineage once = begun.refreshed(0, Instant.EPOCH);
        Lineage twice = once.refreshed(1, Instant.EPOCH);

        assertThat(twice.refreshToken()).isNotEqualTo(once.refreshToken());
        assertThat(twice.living(once.refreshToken())).isEmpty();
    }

    @Test
    void aNewerTokenIsStillKnownAfterARestart() {
        Lineage later = begun.refreshed(4, Instant.EPOCH);

        assertThat(begun.living(later.refreshToken())).hasValue(5);
    }

    @Test
    void aForgedTokenIsNotTaken() {
        String genuine = begun.refreshed(4, Instant.EPOCH).refreshToken();

        assertThat(begun.living(genuine.replace("!5.", "!6."))).isEqualTo(OptionalLong.empty());
        assertThat(begun.living("rft.demo!5.")).isEmpty();
        assertThat(begun.living("rft.demo!x.y")).isEmpty();
    }
}
