package io.cliprelay.contracts.upload;

import java.util.Objects;

import io.cliprelay.contracts.EventType;

/**
 * A person settled an unconfirmed upload. Changes nothing where the upload is not unconfirmed any more; may be delivered
 * more than once.
 */
@EventType("io.cliprelay.upload.settle-command.v1")
public record SettleCommand(UploadRef upload, Settlement settlement) implements PlatformCommand {

    public SettleCommand {
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(settlement, "settlement");
    }
}
