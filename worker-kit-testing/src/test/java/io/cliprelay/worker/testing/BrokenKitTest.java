package io.cliprelay.worker.testing;

import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.worker.postcard.BlindUploader;
import io.cliprelay.worker.postcard.PostcardConformanceTest;
import io.cliprelay.worker.postcard.PostcardUploader;

import static org.assertj.core.api.Assertions.assertThat;

/** A suite that cannot fail proves nothing: each of the kit's safeguards is taken away once, and the suite has to see it. */
@QuarkusTest
@TestProfile(PostcardConformanceTest.WithPostOffice.class)
class BrokenKitTest extends SuiteStage {

    /** A safeguard, how it is taken away in the database (before what, with what), and the fault that it is there for. */
    enum Safeguard {
        INBOX("insert on attempt", """
                delete from attempt where upload_id = new.upload_id and attempt = new.attempt;
                delete from upload where upload_id = new.upload_id and attempt = new.attempt""", Fault.Kind.COMMAND_LATE),
        FENCING("update on upload", "new.fencing := 1", Fault.Kind.LEASE_LOST),
        INTENT("update on upload", "new.intent_at := null", Fault.Kind.CRASH_AFTER_ANSWER),
        MEMORY("update on upload", """
                if new.owner is not null and new.owner is distinct from old.owner then
                    new.step := 'READY';
                    new.handle := null;
                    new.opened_at := null;
                    new.intent_at := null;
                    new.post_id := null;
                end if""", Fault.Kind.CRASH_AFTER_ANSWER);

        private final String write;
        private final String lost;
        private final Fault.Kind fault;

        Safeguard(String write, String lost, Fault.Kind fault) {
            this.write = write;
            this.lost = lost;
            this.fault = fault;
        }
    }

    @Override
    protected Subject subject() {
        return new Subject("postcard", "demo", 150_123, Privacy.PUBLIC, Map.of());
    }

    @Inject
    BlindUploader blind;

    @AfterEach
    void mend() {
        run("drop function if exists broken() cascade");
    }

    @ParameterizedTest
    @EnumSource(Safeguard.class)
    void theSuiteSeesThatASafeguardIsMissing(Safeguard safeguard) {
        run("""
                create or replace function broken() returns trigger language plpgsql as $$
                begin
                    %s;
                    return new;
                end
                $$
                """.formatted(safeguard.lost));
        run("create trigger broken before %s for each row execute function broken()".formatted(safeguard.write));

        assertThat(firstUnclean(safeguard.fault)).isPresent();
    }

    @Test
    void theSuiteSeesThatThePlatformIsNotAskedHowFarItIs() {
        QuarkusMock.installMockForType(blind, PostcardUploader.class);

        assertThat(firstUnclean(Fault.Kind.ANSWER_LOST)).isPresent();
    }

    private Optional<Journey> firstUnclean(Fault.Kind fault) {
        return withSuite(suite -> suite.firstUnclean(fault));
    }

    private void run(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }
}
