package io.cliprelay.contracts.upload;

/** What the scheduler tells a platform's worker, on {@code platform-upload.<platform>}, keyed by account id. */
public sealed interface PlatformCommand permits UploadCommand, SettleCommand {

    UploadRef upload();
}
