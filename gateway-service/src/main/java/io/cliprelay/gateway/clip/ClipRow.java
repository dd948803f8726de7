package io.cliprelay.gateway.clip;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.ClipSubmission;

/** A clip as it is stored. */
@Entity
@Table(name = "clip")
public class ClipRow {

    @Id
    private UUID id;

    private String tenant;

    private String title;

    @Column(name = "created_at")
    private Instant createdAt;

    private int revision;

    private String submission;

    @Column(name = "sandbox_only")
    private boolean sandboxOnly;

    /** For Hibernate; clips are stored by a statement for many at once. */
    protected ClipRow() {}

    /** Whether it must never reach a real platform. */
    public boolean sandboxOnly() {
        return sandboxOnly;
    }

    public String tenant() {
        return tenant;
    }

    public boolean belongsTo(String owner) {
        return tenant.equals(owner);
    }

    /** Counts what its owner changed of it, from 0. */
    public int revision() {
        return revision;
    }

    /** As JSON, with all changes; empty where it was submitted to a release that did not keep it. */
    public Optional<String> submission() {
        return Optional.ofNullable(submission);
    }

    /** Notes that its owner changed when or whether it goes out. */
    public void revised() {
        revision++;
    }

    /** Notes that its owner changed what it says. */
    public void revised(String newTitle, ClipSubmission changed) {
        revised();
        title = newTitle;
        submission = EventJson.encode(changed);
    }

    public UUID id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
