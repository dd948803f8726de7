package io.cliprelay.sandbox.instagram;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Processing;
import io.cliprelay.sandbox.traffic.Tallies;

/** What was published, and how much of it the account may within 24 hours. */
@Singleton
class Reels {

    private static final Duration DAY = Duration.ofHours(24);

    private final Ledger ledger;
    private final Tallies tallies;
    private final Tokens ids;
    private final SettingsInForce settings;

    Reels(Ledger ledger, Tallies tallies, Tokens ids, SettingsInForce settings) {
        this.ledger = ledger;
        this.tallies = tallies;
        this.ids = ids;
        this.settings = settings;
    }

    /**
     * Makes a post; synchronized, so that the quota holds.
     *
     * @return its id
     * @throws GraphRefusal 9/2207042 where the quota is used up
     */
    synchronized String publish(Container container, String base) {
        Instant now = settings.now();
        if (ofToday(container.account(), now) >= settings.current().quotaTotal()) {
            throw GraphRefusal.of("9/2207042");
        }
        String id = ids.newId();
        ledger.add(post(id, container, base, now));
        tallies.of(Instagram.ID).videoCreated();
        container.published(id, now);
        return id;
    }

    long ofToday(Account account, Instant now) {
        return of(account).stream()
                .filter(post -> post.createdAt().plus(DAY).isAfter(now))
                .count();
    }

    /** Newest first. */
    List<Post> of(Account account) {
        return ledger.all().reversed().stream()
                .filter(post -> post.platform().equals(Instagram.ID))
                .filter(post -> post.channelId().equals(account.id()))
                .toList();
    }

    Optional<Post> find(Account account, String id) {
        return ledger.find(id)
                .filter(post -> post.platform().equals(Instagram.ID))
                .filter(post -> post.channelId().equals(account.id()));
    }

    private static Post post(String id, Container container, String base, Instant now) {
        Account account = container.account();
        return new Post(
                id,
                Instagram.ID,
                account.name(),
                account.id(),
                container.order().caption(),
                "",
                List.of(),
                "public",
                container.id(),
                "video/mp4",
                container.stored(),
                container.sha256Hex(),
                now,
                base + "/watch?v=" + id,
                null,
                container.id(),
                new Processing(now, Processing.Outcome.PROCESSED, null),
                container.order().given());
    }
}
