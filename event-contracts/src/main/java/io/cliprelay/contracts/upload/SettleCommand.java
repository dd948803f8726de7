package io.cliprelay.contracts.upload;

import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.EventType;

/**
 * A person settled an unconfirmed upload. Changes nothing where the upload is not unconfirmed any more; may be delivered
 * more than once.
 *
 * @param attempt the attempt that was unconfirmed when the person looked; a later one is not settled by it. Empty in
 *     commands of releases that did not say
 */
@EventType("io.cliprelay.upload.settle-command.v1")
public record SettleCommand(UploadRef upload, Optional<Integer> attempt, Settlement settlement)
        implements PlatformCommand {

    public SettleCommand {
        Objects.requireNonNull(upload, "upload");
        attempt = attempt == null ? Optional.empty() : attempt;
        Objects.requireNonNull(settlement, "settlement");
    }
}
