package io.cliprelay.worker.testing;

import java.util.Map;
import java.util.Optional;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.worker.postcard.PostcardConformanceTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A suite that cannot fail proves nothing: each of the kit's safeguards is taken away once, and the suite has to see it. */
@QuarkusTest
@TestProfile(PostcardConformanceTest.WithPostOffice.class)
class BrokenKitTest extends SuiteStage {

    /** A safeguard, how it is taken away in the database, and the fault that it is there for. */
    enum Safeguard {
        FENCING("new.fencing := 1", Fault.Kind.LEASE_LOST),
        MEMORY("""
                if new.owner is not null and new.owner is distinct from old.owner then
                    new.step := 'READY';
                    new.handle := null;
                    new.opened_at := null;
                    new.intent_at := null;
                    new.post_id := null;
                end if""", Fault.Kind.CRASH_AFTER_ANSWER);

        private final String lost;
        private final Fault.Kind fault;

        Safeguard(String lost, Fault.Kind fault) {
            this.lost = lost;
            this.fault = fault;
        }
    }

    @Override
    protected Subject subject() {
        return new Subject("postcard", "demo", 150_123, Privacy.PUBLIC, Map.of());
    }

    @AfterEach
    void mend() {
        run("drop trigger if exists broken on upload");
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
        run("create or replace trigger broken before update on upload for each row execute function broken()");

        Optional<Journey> unclean = withSuite(suite -> suite.firstUnclean(safeguard.fault));

        assertThat(unclean).isPresent();
    }

    private void run(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }
}
