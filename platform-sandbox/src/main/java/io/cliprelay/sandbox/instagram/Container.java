package io.cliprelay.sandbox.instagram;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import io.vertx.core.buffer.Buffer;

import io.cliprelay.sandbox.media.Digests;
import io.cliprelay.sandbox.media.MediaFile;

/** A draft nobody sees: it gets its media, is processed, is published once, or expires. Safe for all threads. */
final class Container {

    private final String id;
    private final Account account;
    private final ReelOrder order;
    private final Instant createdAt;
    private final Instant expiresAt;
    private final MediaFile media;
    private final MessageDigest digest = Digests.sha256();
    private long stored;
    private int reception;
    private Instant processedAt;
    private String sha256;
    private String failure;
    private Instant publishedAt;
    private String mediaId;

    /** What {@code status_code} says. */
    enum Status {
        IN_PROGRESS,
        FINISHED,
        ERROR,
        EXPIRED,
        PUBLISHED
    }

    Container(String id, Account account, ReelOrder order, Instant createdAt, Duration lifetime, MediaFile media) {
        this.id = id;
        this.account = account;
        this.order = order;
        this.media = media;
        this.createdAt = createdAt;
        this.expiresAt = createdAt.plus(lifetime);
    }

    String id() {
        return id;
    }

    Account account() {
        return account;
    }

    ReelOrder order() {
        return order;
    }

    Instant createdAt() {
        return createdAt;
    }

    synchronized long stored() {
        return stored;
    }

    synchronized boolean hasAllBytes() {
        return processedAt != null;
    }

    synchronized String sha256Hex() {
        return sha256;
    }

    /** Begins to take bytes; an earlier request that still sends is put off. */
    synchronized int begin() {
        return ++reception;
    }

    /** Whether the bytes were taken: they are not where a later request has begun. */
    synchronized boolean accept(int of, Buffer bytes) {
        if (of != reception || processedAt != null) {
            return false;
        }
        media.write(stored, bytes);
        digest.update(bytes.getBytes());
        stored += bytes.length();
        return true;
    }

    /** All bytes are there: processing begins. */
    synchronized void complete(Instant readyAt) {
        if (processedAt == null) {
            processedAt = readyAt;
            sha256 = HexFormat.of().formatHex(digest.digest());
            media.keepAs(sha256);
        }
    }

    /** Lets processing end with this subcode. */
    synchronized void failWith(String subcode) {
        failure = subcode;
    }

    /** Ends it at once with this subcode, whatever has come. */
    synchronized void fail(String subcode, Instant now) {
        failure = subcode;
        complete(now);
    }

    synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    synchronized void published(String media, Instant now) {
        if (publishedAt == null) {
            publishedAt = now;
            mediaId = media;
        }
    }

    synchronized Optional<String> mediaId() {
        return Optional.ofNullable(mediaId);
    }

    /** What is so. */
    synchronized Status status(Instant now) {
        if (publishedAt != null) {
            return Status.PUBLISHED;
        }
        if (!now.isBefore(expiresAt)) {
            return Status.EXPIRED;
        }
        if (processedAt == null || now.isBefore(processedAt)) {
            return Status.IN_PROGRESS;
        }
        return failure == null ? Status.FINISHED : Status.ERROR;
    }

    /** What clients are told, which may lag behind publishing. */
    synchronized Status shown(Instant now, Duration lag) {
        Status status = status(now);
        return status == Status.PUBLISHED && now.isBefore(publishedAt.plus(lag)) ? Status.FINISHED : status;
    }
}
