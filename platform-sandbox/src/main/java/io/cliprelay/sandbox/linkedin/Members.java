package io.cliprelay.sandbox.linkedin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

import jakarta.inject.Singleton;

/** The members that exist, by name; safe for all threads. */
@Singleton
class Members {

    private final Map<String, Member> byName = new ConcurrentSkipListMap<>();
    private final LinkedInConfig config;
    private final Tokens tokens;

    Members(LinkedInConfig config, Tokens tokens) {
        this.config = config;
        this.tokens = tokens;
        reset();
    }

    /** Only what the configuration seeds is left. */
    final void reset() {
        byName.clear();
        tokens.forget();
        config.members().forEach(this::seed);
    }

    private void seed(String name, LinkedInConfig.MemberConfig given) {
        var organizations = given.organizations().<Set<String>>map(Set::copyOf).orElseGet(Set::of);
        put(new Member(name, given.personId(), Member.scopes(given.scopes()), organizations));
        given.accessToken().ifPresent(token -> tokens.seedAccess(token, name));
        given.refreshToken().ifPresent(token -> tokens.seedRefresh(token, name, client()));
    }

    /** The client that seeded tokens belong to. */
    String client() {
        return config.clients().keySet().iterator().next();
    }

    /** A new one, who may post for himself; his access token is {@code sandbox-access-NAME}. */
    Member open(String name) {
        tokens.seedAccess("sandbox-access-" + name, name);
        var member = new Member(name, name, Member.scopes("openid,profile,w_member_social"), Set.of());
        put(member);
        return member;
    }

    void put(Member member) {
        byName.put(member.name(), member);
    }

    Optional<Member> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<Member> all() {
        return List.copyOf(byName.values());
    }
}
