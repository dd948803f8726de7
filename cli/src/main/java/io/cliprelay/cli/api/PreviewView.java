package io.cliprelay.cli.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What would become of a clip, as the gateway tells it.
 *
 * @param acceptable whether it would be taken
 */
public record PreviewView(boolean acceptable, List<TargetView> targets, List<Finding> findings) {

    public PreviewView {
        targets = targets == null ? List.of() : List.copyOf(targets);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /**
     * A target as it would go out.
     *
     * @param texts the post's texts by the platform's names for them
     */
    public record TargetView(
            Optional<String> platform, Optional<String> account, Optional<Instant> dueAt, Map<String, String> texts) {

        public TargetView {
            texts = texts == null ? Map.of() : texts;
        }

        /** Platform and account, as people name them. */
        public String name() {
            return platform.orElse("?") + account.map(called -> "/" + called).orElse("");
        }
    }

    /** Something that should be known before the clip is handed in. */
    public record Finding(String pointer, String severity, String code, String detail, String fix) {}
}
