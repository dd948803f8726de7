package io.cliprelay.benchmarks.dispatch;

/** A process that runs one peer until it is stopped: {@code NAME JDBC-URL BOOTSTRAP-SERVERS}. */
public final class PeerProcess {

    static final String READY = "at work";

    private PeerProcess() {}

    public static void main(String[] words) throws Exception {
        RecordSender sender = new RecordSender(words[2]);
        switch (words[0]) {
            case "plain" -> PlainLoop.start(words[1], sender);
            case "db-scheduler" -> DbSchedulerPeer.start(words[1], sender);
            case "quartz" -> QuartzPeer.start(words[1], sender);
            case "jobrunr" -> JobRunrPeer.start(words[1], sender);
            default -> throw new IllegalArgumentException(words[0] + " is no peer");
        }
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
