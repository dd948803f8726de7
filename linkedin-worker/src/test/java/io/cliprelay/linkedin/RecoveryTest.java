package io.cliprelay.linkedin;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.cliprelay.linkedin.wire.PostList;
import io.cliprelay.worker.spi.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** What is concluded about a post whose answer was lost. */
class RecoveryTest {

    private static final Instant INTENDED = Instant.parse("2026-11-22T20:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Test
    void aPostIsSentAgainOnlyWhileTheRepeatWouldBeNoticed() {
        assertThat(Posts.mayRepeat(INTENDED, INTENDED, WINDOW)).isTrue();
        assertThat(Posts.mayRepeat(INTENDED, INTENDED.plus(Duration.ofMinutes(9)), WINDOW))
                .isTrue();
        assertThat(Posts.mayRepeat(INTENDED, INTENDED.plus(Duration.ofSeconds(571)), WINDOW))
                .isFalse();
        assertThat(Posts.mayRepeat(INTENDED, INTENDED.plus(WINDOW), WINDOW)).isFalse();
    }

    @Test
    void aPostOfTheTimeOfTheAttemptIsOurs() {
        String urn = urn(INTENDED.plusSeconds(1));

        assertThat(Posts.adopted(urn, INTENDED)).isEqualTo(new Finding.Alike(urn));
    }

    @Test
    void anOlderPostWithTheSameTextIsNotOurs() {
        assertThat(Posts.adopted(urn(INTENDED.minus(Duration.ofHours(1))), INTENDED))
                .isEqualTo(new Finding.Absent());
    }

    @Test
    void theNumberOfAPostTellsWhenItWasMade() {
        assertThat(Urns.createdAt(urn(INTENDED))).isEqualTo(INTENDED);
        // A post of December 2023.
        assertThat(Urns.createdAt("urn:li:share:7141000000000000000"))
                .isBetween(Instant.parse("2023-12-01T00:00:00Z"), Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Test
    void anOrganisationsPostIsFoundByItsVideo() {
        var ours = new PostList.Element(
                "urn:li:share:2", new PostList.Content(new PostList.Media("urn:li:video:ours")), null);
        var text = new PostList.Element("urn:li:share:1", null, null);

        assertThat(Posts.withVideo(new PostList(List.of(text, ours)), "urn:li:video:ours"))
                .isEqualTo(new Finding.Found("urn:li:share:2"));
        assertThat(Posts.withVideo(new PostList(List.of(text)), "urn:li:video:ours"))
                .isEqualTo(new Finding.Absent());
    }

    private static String urn(Instant madeAt) {
        return "urn:li:ugcPost:" + (madeAt.toEpochMilli() << 22 | 4711);
    }

    @Test
    void aPageOfNewerPostsIsNoProofOfAbsence() {
        Instant tried = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(Posts.proved(page(Rest.LATEST, tried.plusSeconds(60)), "urn:li:video:ours", tried))
                .isInstanceOf(Finding.Unknowable.class);
        assertThat(Posts.proved(page(Rest.LATEST - 1, tried.plusSeconds(60)), "urn:li:video:ours", tried))
                .isInstanceOf(Finding.Absent.class);
        assertThat(Posts.proved(page(Rest.LATEST, tried.minusSeconds(120)), "urn:li:video:ours", tried))
                .isInstanceOf(Finding.Absent.class);
    }

    private static PostList page(int posts, Instant modified) {
        return new PostList(
                Collections.nCopies(posts, new PostList.Element("urn:li:share:1", null, modified.toEpochMilli())));
    }
}
