package io.cliprelay.gateway.clip;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A clip as it is stored; written once. */
@Entity
@Table(name = "clip")
public class ClipRow {

    @Id
    private UUID id;

    private String tenant;

    private String title;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For Hibernate. */
    protected ClipRow() {}

    public ClipRow(UUID id, String tenant, String title, Instant createdAt) {
        this.id = id;
        this.tenant = tenant;
        this.title = title;
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    Instant createdAt() {
        return createdAt;
    }
}
