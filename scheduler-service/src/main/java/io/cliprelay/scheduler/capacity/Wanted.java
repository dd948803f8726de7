package io.cliprelay.scheduler.capacity;

import java.util.Objects;

/** A number of replicas, and why it is that one. */
public record Wanted(int replicas, Reason reason, Outlook outlook) {

    /** What decided. */
    public enum Reason {
        LEAST("the least there may be"),
        RUNNING("as many as hold what is under way"),
        PLAN("enough for what is planned"),
        MOST("the most there may be");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        static Reason of(int replicas, int holding, Bounds bounds) {
            if (replicas == bounds.most() && bounds.most() > bounds.least()) {
                return MOST;
            }
            if (replicas == bounds.least()) {
                return LEAST;
            }
            return replicas == holding ? RUNNING : PLAN;
        }
    }

    public Wanted {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(outlook, "outlook");
    }

    /** In a sentence, for people. */
    public String explanation() {
        Load all = outlook.all();
        return "%d replicas, %s: %d uploads under way, %d overdue, %d come due within %d s (%d bytes known)"
                .formatted(
                        replicas,
                        reason.words,
                        outlook.running(),
                        outlook.overdue().uploads(),
                        all.uploads() - outlook.overdue().uploads(),
                        outlook.slot().toSeconds() * outlook.planned().size(),
                        all.bytes());
    }
}
