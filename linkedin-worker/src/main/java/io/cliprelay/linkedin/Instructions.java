package io.cliprelay.linkedin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.linkedin.wire.Initialized;
import io.cliprelay.worker.spi.UploadException;

/** Where bytes go: the parts must cover the file, and nobody's video is sent to an address that is not LinkedIn's. */
final class Instructions {

    private Instructions() {}

    /**
     * What to remember of an upload that was begun.
     *
     * @param size of the file, in bytes
     * @param allowed ends of host names
     * @throws UploadException refused, where the parts do not fit the file or go elsewhere
     */
    static VideoTicket checked(Initialized.Value value, long size, List<String> allowed) {
        List<VideoTicket.Part> parts = new ArrayList<>();
        long next = 0;
        for (Initialized.Instruction given : value.uploadInstructions()) {
            // The last part's end was seen beyond the file's.
            long last = Math.min(given.lastByte(), size - 1);
            if (given.firstByte() != next || last < next) {
                throw refused("parts that do not cover the file without gaps");
            }
            requireAllowed(given.uploadUrl(), allowed);
            parts.add(new VideoTicket.Part(given.uploadUrl(), next, last, null));
            next = last + 1;
        }
        if (next != size || value.video() == null) {
            throw refused("parts for " + next + " of " + size + " bytes");
        }
        if (value.thumbnailUploadUrl() != null) {
            requireAllowed(value.thumbnailUploadUrl(), allowed);
        }
        return new VideoTicket(
                value.video(),
                Objects.requireNonNullElse(value.uploadToken(), ""),
                value.uploadUrlsExpireAt(),
                parts,
                value.thumbnailUploadUrl(),
                null);
    }

    private static void requireAllowed(String url, List<String> allowed) {
        if (!isAllowed(url, allowed)) {
            throw refused("an address that is not among cliprelay.linkedin.upload-hosts");
        }
    }

    static boolean isAllowed(String url, List<String> allowed) {
        try {
            String host = Objects.requireNonNullElse(
                    URI.create(Objects.requireNonNullElse(url, "")).getHost(), "");
            return allowed.stream().anyMatch(end -> end.startsWith(".") ? host.endsWith(end) : host.equals(end));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static UploadException refused(String what) {
        return UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(
                "linkedin.instructions",
                "LinkedIn began an upload and named " + what,
                "Nothing to do: it is begun anew. If it stays so, tell the operator.")));
    }
}
