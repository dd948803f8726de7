package io.cliprelay.sandbox.tiktok;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import jakarta.inject.Singleton;

/** The creators that exist, by name; safe for all threads. */
@Singleton
class Creators {

    private static final int LONGEST_VIDEO = 600;
    static final String ALL_SCOPES = "user.info.basic,user.info.profile,video.publish,video.upload,video.list";

    private final Map<String, Creator> byName = new ConcurrentSkipListMap<>();
    private final TikTokConfig config;
    private final Tokens tokens;

    Creators(TikTokConfig config, Tokens tokens) {
        this.config = config;
        this.tokens = tokens;
        reset();
    }

    /** Only what the configuration seeds is left, with its first refresh tokens. */
    final void reset() {
        byName.clear();
        tokens.forget();
        config.creators().forEach(this::seed);
    }

    private void seed(String name, TikTokConfig.CreatorConfig creator) {
        String username = creator.username().orElse(name);
        byName.put(
                name,
                new Creator(
                        name,
                        username,
                        username,
                        creator.privateAccount(),
                        false,
                        false,
                        false,
                        creator.maxDurationSeconds(),
                        false));
        grant(name, creator.refreshToken(), creator.scopes());
    }

    /** A consent of the creator to the first app, with this first refresh token. */
    final void grant(String name, String refreshToken, String scopes) {
        String client = config.clients().keySet().iterator().next();
        var consent = new Consent(client, "", name, Tokens.scopes(scopes), Optional.empty(), null);
        tokens.begin(name, consent, refreshToken, Duration.ofDays(180));
    }

    /** A new one with a public account, consenting to everything. */
    Creator open(String name) {
        var creator = new Creator(name, name, name, false, false, false, false, LONGEST_VIDEO, false);
        put(creator);
        grant(name, "sandbox-refresh-" + name, ALL_SCOPES);
        return creator;
    }

    void put(Creator creator) {
        byName.put(creator.name(), creator);
    }

    Optional<Creator> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<Creator> all() {
        return List.copyOf(byName.values());
    }
}
