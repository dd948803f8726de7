package io.cliprelay.benchmarks.soak;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cliprelay.cli.stack.ServiceDefinition;
import io.cliprelay.cli.stack.ServiceKind;
import io.cliprelay.cli.stack.StackOptions;
import io.cliprelay.cli.stack.StackPart;

/** The services with all their patience cut short, so that what takes minutes in earnest takes seconds. */
final class SoakOptions {

    static final Duration LEASE = Duration.ofSeconds(4);

    private static final String WORKER_SUFFIX = "-worker";

    private static final Map<String, String> SCHEDULER = Map.of(
            "CLIPRELAY_RETRY_BASE", "500ms",
            "CLIPRELAY_RETRY_CAP", "3s",
            "CLIPRELAY_DUE_UNANSWERED_AFTER", "60s",
            "CLIPRELAY_HOLD_ACCOUNT_GAP", "5ms",
            "CLIPRELAY_HOLD_PLATFORM_GAP", "5ms",
            "CLIPRELAY_HOLD_LOOK_EVERY", "200ms",
            "CLIPRELAY_HOLD_PROBE_TIME", "3s",
            "CLIPRELAY_HOLD_TRY_REFUSED_AFTER", "500ms");

    private static final Map<String, String> WORKER = Map.of(
            "CLIPRELAY_WORKER_LEASE_DURATION", LEASE.toSeconds() + "s",
            "CLIPRELAY_WORKER_LEASE_HEARTBEAT", "1s",
            "CLIPRELAY_WORKER_POLLING_FIRST", "200ms",
            "CLIPRELAY_WORKER_POLLING_LONGEST", "2s",
            "CLIPRELAY_WORKER_POLLING_LIST_LAG", "4s",
            "CLIPRELAY_WORKER_POLLING_PATIENCE", "1m",
            "CLIPRELAY_WORKER_STALL_LIMIT", "10s",
            "CLIPRELAY_WORKER_BREAKER_PAUSE", "500ms",
            "CLIPRELAY_WORKER_BREAKER_LONGEST_PAUSE", "2s",
            "CLIPRELAY_WORKER_BREAKER_PROBE", "2s");

    private SoakOptions() {}

    static StackOptions of(StackOptions usual) {
        StackOptions options = usual.withJvmFlags(StackPart.SANDBOX, List.of("-Xmx512m"))
                .withEnvironment(StackPart.SCHEDULER, SCHEDULER);
        for (String worker : workers(usual)) {
            options = options.withEnvironment(worker, ofWorker(platform(worker)))
                    .withJvmFlags(worker, Allowance.of(platform(worker)).flags());
        }
        return options;
    }

    /** The workers that are built, by name. */
    static List<String> workers(StackOptions options) {
        return options.services().stream()
                .filter(service -> service.kind() == ServiceKind.WORKER)
                .map(ServiceDefinition::name)
                .toList();
    }

    static String platform(String worker) {
        return worker.replace(WORKER_SUFFIX, "");
    }

    private static Map<String, String> ofWorker(String platform) {
        String upload = "CLIPRELAY_" + platform.toUpperCase(Locale.ROOT) + "_UPLOAD_";
        Map<String, String> variables = new HashMap<>(WORKER);
        variables.put(upload + "CONCURRENT_UPLOADS", "32");
        variables.put(upload + "CONCURRENT_UPLOADS_PER_ACCOUNT", "32");
        return variables;
    }
}
