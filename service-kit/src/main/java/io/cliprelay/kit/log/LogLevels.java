package io.cliprelay.kit.log;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** What was changed of the configured levels, until it is taken back or the process ends. Thread-safe. */
@ApplicationScoped
public class LogLevels {

    private static final Logger LOG = Logger.getLogger(LogLevels.class);

    private final Map<String, Changed> changed = new TreeMap<>();

    /**
     * A category as it is now and as it was configured.
     *
     * @param logger held, since a level goes with its logger
     * @param configured empty where it had none of its own
     */
    private record Changed(
            java.util.logging.Logger logger, LogLevel level, Optional<java.util.logging.Level> configured) {}

    /** Has {@code category}, and those below it that have no level of their own, log from {@code level} on. */
    public synchronized void set(String category, LogLevel level) {
        Changed before = changed.get(category);
        java.util.logging.Logger logger =
                before == null ? java.util.logging.Logger.getLogger(category) : before.logger();
        Optional<java.util.logging.Level> configured =
                before == null ? Optional.ofNullable(logger.getLevel()) : before.configured();
        logger.setLevel(level.level());
        changed.put(category, new Changed(logger, level, configured));
        LOG.infof("%s logs from %s on", category, level);
    }

    /** Takes back what was changed of {@code category}; false where nothing was. */
    public synchronized boolean reset(String category) {
        Changed before = changed.remove(category);
        if (before == null) {
            return false;
        }
        before.logger().setLevel(before.configured().orElse(null));
        LOG.infof("%s logs as configured", category);
        return true;
    }

    /** What was changed, by category. */
    public synchronized Map<String, LogLevel> changed() {
        Map<String, LogLevel> levels = new TreeMap<>();
        changed.forEach((category, change) -> levels.put(category, change.level()));
        return levels;
    }
}
