package io.cliprelay.worker.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One thing that goes wrong at one step of a run. */
record Fault(Kind kind, int number) {

    /** What can go wrong. */
    enum Kind {
        CRASH_AFTER_TAKE("the process dies right after it took the upload"),
        CRASH_BEFORE_COMMIT("the process dies right before a commit"),
        CRASH_AFTER_COMMIT("the process dies right after a commit"),
        LEASE_LOST("another replica takes over and finishes; then the old one wants to commit"),
        CRASH_BEFORE_REQUEST("the process dies right before a request"),
        CRASH_AFTER_ANSWER("the process dies when the answer is there"),
        OVERTAKEN("another replica takes over and finishes; then the old one's request arrives"),
        CUT_BEFORE("the connection breaks before the platform has the request"),
        CUT_MIDWAY("the connection breaks in the middle of the body"),
        ANSWER_LOST("the platform does it and the answer is lost"),
        SERVER_ERROR("503 without an effect"),
        SERVER_ERROR_AFTER("503 although it was done"),
        RATE_LIMITED("429 with Retry-After"),
        RATE_LIMITED_SILENTLY("429 without Retry-After"),
        TOKEN_REFUSED("the access token is not valid any more"),
        COMMAND_TWICE("the command is delivered twice"),
        COMMAND_LATE("the command is delivered again when the upload has come to its end"),
        TWO_REPLICAS("two replicas look for work at once");

        private static final Set<Kind> OF_THE_RUN = EnumSet.of(COMMAND_TWICE, COMMAND_LATE, TWO_REPLICAS);

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }

        /** Whether it happens whatever the steps of the run are. */
        boolean isOfTheRun() {
            return OF_THE_RUN.contains(this);
        }

        /** How many calls may be charged and not made because of it. */
        int interruptedCalls() {
            return isOfTheRun() ? 0 : 1;
        }
    }

    /**
     * Every fault that the steps of a clean run give occasion for. The inbox's commit is among them as the command that is
     * delivered twice: that is what Kafka does after a crash there.
     */
    static List<Fault> of(List<Step> cleanRun) {
        Stream<Fault> ofTheRun = Kind.OF_THE_RUN.stream().map(kind -> new Fault(kind, 1));
        return Stream.concat(ofTheRun, cleanRun.stream().flatMap(Fault::at)).toList();
    }

    private static Stream<Fault> at(Step step) {
        Stream<Kind> kinds =
                switch (step) {
                    // A crash before that commit leaves what was there before.
                    case Step.Take take -> Stream.of(Kind.CRASH_AFTER_TAKE);
                    case Step.Commit commit ->
                        Stream.of(Kind.CRASH_BEFORE_COMMIT, Kind.CRASH_AFTER_COMMIT, Kind.LEASE_LOST);
                    case Step.Request request -> Stream.concat(always(), sometimes(request));
                };
        return kinds.map(kind -> new Fault(kind, step.number()));
    }

    private static Stream<Kind> always() {
        return Stream.of(
                Kind.CRASH_BEFORE_REQUEST,
                Kind.CRASH_AFTER_ANSWER,
                Kind.OVERTAKEN,
                Kind.CUT_BEFORE,
                Kind.ANSWER_LOST,
                Kind.SERVER_ERROR,
                Kind.SERVER_ERROR_AFTER,
                Kind.RATE_LIMITED,
                Kind.RATE_LIMITED_SILENTLY);
    }

    private static Stream<Kind> sometimes(Step.Request request) {
        Stream<Kind> media = request.bytes() > 64 * 1024 ? Stream.of(Kind.CUT_MIDWAY) : Stream.empty();
        Stream<Kind> token = request.authorized() ? Stream.of(Kind.TOKEN_REFUSED) : Stream.empty();
        return Stream.concat(media, token);
    }

    @Override
    public String toString() {
        return "%s at %d (%s)".formatted(kind, number, kind.meaning());
    }
}
