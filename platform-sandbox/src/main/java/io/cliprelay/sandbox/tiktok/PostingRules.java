package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;

/** Whether a creator may post at this moment, and with these settings. */
@Singleton
class PostingRules {

    private static final Duration DRAFTS_COUNT = Duration.ofHours(24);

    private final Publications publications;
    private final Traffic traffic;
    private final SettingsInForce settings;
    private final Clock clock;

    PostingRules(Publications publications, Traffic traffic, SettingsInForce settings, Clock clock) {
        this.publications = publications;
        this.traffic = traffic;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Checks what {@code creator_info} tells in advance.
     *
     * @throws ApiRefusal if the creator can post nothing now
     */
    void checkMayPost(Creator creator) {
        var now = settings.current();
        if (creator.banned()) {
            throw ApiRefusal.of("spam_risk_user_banned_from_posting");
        }
        if (traffic.postsToday(creator) >= now.postsPerDay()) {
            throw ApiRefusal.of("spam_risk_too_many_posts");
        }
        if (!now.audited() && traffic.othersActiveToday(creator) >= now.activeUsers()) {
            throw ApiRefusal.of("reached_active_user_cap");
        }
    }

    /**
     * Checks a direct post.
     *
     * @throws ApiRefusal if it may not be
     */
    void checkDirect(Creator creator, PostInfo post) {
        checkMayPost(creator);
        if (!creator.privacyOptions().contains(post.privacyLevel())) {
            throw ApiRefusal.of("privacy_level_option_mismatch");
        }
        boolean hidden = creator.privateAccount() && Creator.SELF.equals(post.privacyLevel());
        if (!settings.current().audited() && !hidden) {
            throw ApiRefusal.of("unaudited_client_can_only_post_to_private_accounts");
        }
    }

    /**
     * Checks a draft.
     *
     * @throws ApiRefusal if too many wait, whether or not their bytes came
     */
    void checkDraft(Creator creator) {
        if (creator.banned()) {
            throw ApiRefusal.of("spam_risk_user_banned_from_posting");
        }
        Instant since = clock.instant().minus(DRAFTS_COUNT);
        long waiting = publications.all().stream()
                .filter(publication -> isWaitingDraft(publication, creator, since))
                .count();
        if (waiting >= settings.current().pendingShares()) {
            throw ApiRefusal.of("spam_risk_too_many_pending_share");
        }
    }

    private boolean isWaitingDraft(Publication publication, Creator creator, Instant since) {
        return publication.start().isDraft()
                && publication.start().creator().name().equals(creator.name())
                && publication.start().at().isAfter(since)
                && publication.draftPostedAs().isEmpty()
                && !publication.progress(clock.instant()).status().equals(Publication.Progress.FAILED);
    }
}
