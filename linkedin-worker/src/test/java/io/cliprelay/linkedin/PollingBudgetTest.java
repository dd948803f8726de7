package io.cliprelay.linkedin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A post in doubt is looked for as long as nobody settles it; the account's other posts need its calls, too. */
class PollingBudgetTest {

    /** Of a member (learn.microsoft.com/linkedin/marketing, rate limits). */
    private static final int CALLS_A_DAY = 150;

    /** The state of the video, and the page's posts. */
    private static final int CALLS_A_LOOK = 2;

    @Test
    void onePostInDoubtLeavesTheMostOfTheDaysCallsToOthers() throws IOException {
        long looks = Duration.ofDays(1).dividedBy(setting("cliprelay.worker.polling.longest"));

        assertThat(looks * CALLS_A_LOOK).isLessThan(CALLS_A_DAY / 2);
    }

    private static Duration setting(String name) throws IOException {
        Properties packaged = new Properties();
        try (var in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            packaged.load(in);
        }
        return Duration.parse("PT" + packaged.getProperty(name).toUpperCase(Locale.ROOT));
    }
}
