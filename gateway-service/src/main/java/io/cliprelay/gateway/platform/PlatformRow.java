package io.cliprelay.gateway.platform;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.platform.PlatformDescriptor;

/** A platform as it is stored. */
@Entity
@Table(name = "platform")
public class PlatformRow {

    @Id
    private String id;

    private String descriptor;

    @Column(name = "described_at")
    private Instant describedAt;

    /** For Hibernate. */
    protected PlatformRow() {}

    PlatformDescriptor descriptor() {
        return EventJson.decode(descriptor, PlatformDescriptor.class);
    }
}
