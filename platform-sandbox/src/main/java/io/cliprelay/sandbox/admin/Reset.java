package io.cliprelay.sandbox.admin;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;

import io.cliprelay.sandbox.LiveSettings;
import io.cliprelay.sandbox.fault.FaultRules;
import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.oauth.Channels;
import io.cliprelay.sandbox.oauth.Tokens;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tallies;
import io.cliprelay.sandbox.youtube.Quota;
import io.cliprelay.sandbox.youtube.UploadSessions;

/** Forgets everything that happened since the start. */
@Singleton
class Reset {

    private final Ledger ledger;
    private final UploadSessions sessions;
    private final FaultRules faults;
    private final Journal journal;
    private final Tallies tallies;
    private final Quota quota;
    private final LiveSettings settings;
    private final Channels channels;
    private final Tokens tokens;
    private final List<Forgetful> platforms;

    Reset(
            Ledger ledger,
            UploadSessions sessions,
            FaultRules faults,
            Journal journal,
            Tallies tallies,
            Quota quota,
            LiveSettings settings,
            Channels channels,
            Tokens tokens,
            @All List<Forgetful> platforms) {
        this.ledger = ledger;
        this.sessions = sessions;
        this.faults = faults;
        this.journal = journal;
        this.tallies = tallies;
        this.quota = quota;
        this.settings = settings;
        this.channels = channels;
        this.tokens = tokens;
        this.platforms = platforms;
    }

    void everything() {
        faults.clear();
        sessions.forgetAll();
        ledger.forget();
        journal.forget();
        tallies.forget();
        quota.forget();
        settings.reset();
        channels.reset();
        tokens.reset();
        platforms.forEach(Forgetful::forgetEverything);
    }
}
