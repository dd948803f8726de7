package io.cliprelay.worker.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promise, put to the test for one platform: every upload ends in exactly one post or in a named reason, whatever
 * goes wrong.
 *
 * <p>The suite finds the fault points by itself. It watches one clean run (each commit of the database, each request to
 * the platform, each answer) and repeats it once for each of them and each {@link Fault.Kind fault} that fits there,
 * against the sandbox, PostgreSQL and Kafka. A platform's test extends this class with {@code @QuarkusTest} and
 * {@code @TestProfile(ContractProfile.class)}, and says what to test with.
 */
public abstract class PlatformUploaderContract extends SuiteStage {

    /** How many runs with a fault there have to be at least. */
    protected int expectedRuns() {
        return 100;
    }

    @Test
    void everyUploadEndsInExactlyOnePostOrANamedReasonWhateverGoesWrong() throws IOException {
        judge(withSuite(Suite::run));
    }

    private void judge(Ledger ledger) throws IOException {
        Files.writeString(
                Path.of(
                        "target",
                        "conformance-%s-%s.txt"
                                .formatted(ledger.platform(), subject().account())),
                ledger.table());
        // The table is what the suite is for.
        System.out.println(ledger.table());
        assertThat(ledger.unclean()).isEmpty();
        assertThat(ledger.missed()).as("runs whose fault never came to pass").isEmpty();
        assertThat(ledger.journeys()).hasSizeGreaterThanOrEqualTo(expectedRuns());
    }
}
