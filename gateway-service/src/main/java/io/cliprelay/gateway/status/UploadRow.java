package io.cliprelay.gateway.status;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;

/** An upload as it is stored: whose it is, and its status, which moves with its events. */
@Entity
@Table(name = "upload")
public class UploadRow {

    @Id
    private UUID id;

    @Column(name = "clip_id")
    private UUID clipId;

    private String tenant;

    private int position;

    private String platform;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "account_name")
    private String accountName;

    @Enumerated(EnumType.STRING)
    private UploadState state;

    private int attempt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "platform_post_id")
    private String platformPostId;

    private String permalink;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "draft_expires_at")
    private Instant draftExpiresAt;

    private String failure;

    private String hold;

    private String cancellation;

    /** For Hibernate; uploads are stored with their clips, by a statement for many at once. */
    protected UploadRow() {}

    public UUID clipId() {
        return clipId;
    }

    public boolean belongsTo(String owner) {
        return tenant.equals(owner);
    }

    /** The upload as a value. */
    public Upload upload() {
        return new Upload(id, platform, accountId, accountName, status());
    }

    public UploadStatus status() {
        return new UploadStatus(
                state,
                attempt,
                dueAt,
                Optional.ofNullable(nextAttemptAt),
                Optional.ofNullable(platformPostId),
                Optional.ofNullable(permalink).map(URI::create),
                Optional.ofNullable(publishedAt),
                Optional.ofNullable(draftExpiresAt),
                Optional.ofNullable(failure).map(json -> EventJson.decode(json, UploadFailure.class)),
                Optional.ofNullable(hold).map(json -> EventJson.decode(json, Hold.class)),
                Optional.ofNullable(cancellation).map(json -> EventJson.decode(json, UploadFailure.Reason.class)));
    }

    /** Takes on a status. */
    public final void become(UploadStatus status) {
        state = status.state();
        attempt = status.attempt();
        dueAt = status.dueAt();
        nextAttemptAt = status.nextAttemptAt().orElse(null);
        platformPostId = status.platformPostId().orElse(null);
        permalink = status.permalink().map(URI::toString).orElse(null);
        publishedAt = status.publishedAt().orElse(null);
        draftExpiresAt = status.draftExpiresAt().orElse(null);
        failure = status.failure().map(EventJson::encode).orElse(null);
        hold = status.hold().map(EventJson::encode).orElse(null);
        cancellation = status.cancellation().map(EventJson::encode).orElse(null);
    }
}
