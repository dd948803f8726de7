package io.cliprelay.gateway.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A connected account as it is stored. */
@Entity
@Table(name = "account")
public class AccountRow {

    @Id
    private UUID id;

    private String tenant;

    private String platform;

    private String name;

    private boolean sandbox;

    @Column(name = "connected_at")
    private Instant connectedAt;

    /** For Hibernate. */
    protected AccountRow() {}

    Account account() {
        return new Account(id, platform, name, sandbox);
    }
}
