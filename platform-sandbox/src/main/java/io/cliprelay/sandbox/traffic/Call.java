package io.cliprelay.sandbox.traffic;

import java.time.Instant;

/**
 * One API call while it goes on. Written by the event loop that serves it, read by any thread.
 * Instants have the resolution of the system's clock (below a microsecond on Linux).
 */
public final class Call {

    private final Snapshot atArrival;
    private volatile String account;
    private volatile String session;
    private volatile int status;
    private volatile Instant firstByteAt;
    private volatile Instant endedAt;
    private volatile long bodyBytes;
    private volatile String fault;

    Call(Snapshot atArrival) {
        this.atArrival = atArrival;
        this.account = atArrival.account;
    }

    /**
     * What the admin API shows of a call.
     *
     * @param account the short name of the account that it spoke for; null where that is not known
     * @param session of the upload that it belongs to, in the platform's words; null where there is none
     * @param status 0 means: not answered (yet, or the connection broke)
     * @param fault the rule that hit it; null where none did
     */
    public record Snapshot(
            long number,
            Instant at,
            String platform,
            String operation,
            String method,
            String path,
            String account,
            String session,
            int status,
            Instant firstByteAt,
            Instant endedAt,
            long bodyBytes,
            String fault) {}

    /** Names the account where its token came in the body, or stands in no header at all. */
    public void speaksFor(String accountName) {
        account = accountName;
    }

    public void belongsTo(String uploadSession) {
        session = uploadSession;
    }

    public void metFault(String ruleId) {
        fault = ruleId;
    }

    /** Counts body bytes; only the serving event loop calls this, hence no lost update. */
    public void received(int bytes, Instant now) {
        if (firstByteAt == null) {
            firstByteAt = now;
        }
        long before = bodyBytes;
        bodyBytes = before + bytes;
    }

    public boolean awaitsFirstByte() {
        return firstByteAt == null;
    }

    public void answered(int httpStatus, Instant now) {
        status = httpStatus;
        endedAt = now;
    }

    public void broken(Instant now) {
        endedAt = now;
    }

    public Instant arrivedAt() {
        return atArrival.at();
    }

    public String platform() {
        return atArrival.platform();
    }

    /** The short name of the account that it speaks for; null where that is not known. */
    public String account() {
        return account;
    }

    public String operation() {
        return atArrival.operation();
    }

    public Snapshot snapshot() {
        return new Snapshot(
                atArrival.number,
                atArrival.at,
                atArrival.platform,
                atArrival.operation,
                atArrival.method,
                atArrival.path,
                account,
                session,
                status,
                firstByteAt,
                endedAt,
                bodyBytes,
                fault);
    }
}
