package io.cliprelay.sandbox.admin;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;

import io.cliprelay.sandbox.fault.FaultRules;
import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.gallery.Ledger;
import io.cliprelay.sandbox.media.MediaStore;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tallies;

/** Forgets everything that happened since the start, on every platform. */
@Singleton
class Reset {

    private final FaultRules faults;
    private final Ledger ledger;
    private final Audience audience;
    private final MediaStore media;
    private final Journal journal;
    private final Tallies tallies;
    private final List<Forgetful> platforms;

    Reset(
            FaultRules faults,
            Ledger ledger,
            Audience audience,
            MediaStore media,
            Journal journal,
            Tallies tallies,
            @All List<Forgetful> platforms) {
        this.faults = faults;
        this.ledger = ledger;
        this.audience = audience;
        this.media = media;
        this.journal = journal;
        this.tallies = tallies;
        this.platforms = platforms;
    }

    void everything() {
        faults.clear();
        platforms.forEach(Forgetful::forgetEverything);
        ledger.forget();
        audience.forget();
        media.forget();
        journal.forget();
        tallies.forget();
    }
}
