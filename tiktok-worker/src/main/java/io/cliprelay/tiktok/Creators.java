package io.cliprelay.tiktok;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.cliprelay.tiktok.wire.CreatorInfo;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** What TikTok says of the creators. Remembers their names, which permalinks hold. */
@ApplicationScoped
class Creators {

    /** In an account's configuration: the creator's name, for accounts that TikTok does not tell it of. */
    private static final String USERNAME = "username";

    private final TikTokApi api;
    private final Budgets budgets;
    private final TikTokConfig config;
    private final InstantSource clock;
    private final Map<UUID, String> usernames = new ConcurrentHashMap<>();

    Creators(@RestClient TikTokApi api, Budgets budgets, TikTokConfig config, InstantSource clock) {
        this.api = api;
        this.budgets = budgets;
        this.config = config;
        this.clock = clock;
    }

    /** What the creator may post right now; fails if nothing. To be asked before each post. */
    Uni<CreatorInfo> info(UploadRequest request) {
        return budgets.charged(request.account().id(), TikTokLimits.CREATOR_INFO, () -> asked(request))
                .invoke(info -> Optional.ofNullable(info.creatorUsername())
                        .ifPresent(name -> usernames.put(request.account().id(), name)));
    }

    private Uni<CreatorInfo> asked(UploadRequest request) {
        return Calls.answeredSoon(api.creatorInfo(request.token().bearer(), "{}"))
                .map(answer -> Reply.of(answer).as(CreatorInfo.class, clock.instant()));
    }

    /** Where the creator's posts are; a name that TikTok will not tell at the moment is left out. */
    Uni<Permalinks> permalinks(UploadRequest request) {
        return known(request)
                .map(name -> Uni.createFrom().item(Optional.of(name)))
                .orElseGet(() -> name(request))
                .map(name -> new Permalinks(config.permalinkUrl(), name));
    }

    private Optional<String> known(UploadRequest request) {
        return Optional.ofNullable(request.account().attributes().get(USERNAME))
                .or(() -> Optional.ofNullable(usernames.get(request.account().id())));
    }

    private Uni<Optional<String>> name(UploadRequest request) {
        return info(request)
                .map(info -> Optional.ofNullable(info.creatorUsername()))
                .onFailure(UploadException.class)
                .recoverWithItem(Optional.empty());
    }
}
