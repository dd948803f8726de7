package io.cliprelay.tiktok;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.PublishBegun;
import io.cliprelay.worker.spi.UploadException;

/** Where bytes may go: nobody's video is sent to an address that is not TikTok's. */
final class UploadHosts {

    private UploadHosts() {}

    /**
     * What to remember of a publication.
     *
     * @param allowed ends of host names
     * @throws UploadException refused, where TikTok gave no address or one of somebody else
     */
    static UploadTicket checked(PublishBegun begun, ChunkPlan plan, List<String> allowed) {
        if (begun.publishId() == null || begun.uploadUrl() == null || !isAllowed(begun.uploadUrl(), allowed)) {
            throw UploadException.refused(new UploadFailure.Transient(new UploadFailure.Reason(
                    "tiktok.upload-url",
                    "TikTok began a publication and gave no address for its bytes that is among cliprelay.tiktok.upload-hosts",
                    "The operator has to compare that setting with TikTok's documentation.")));
        }
        return new UploadTicket(
                begun.publishId(), begun.uploadUrl(), plan.videoSize(), plan.chunkSize(), plan.chunks());
    }

    static boolean isAllowed(String uploadUrl, List<String> allowed) {
        try {
            String host = Objects.requireNonNullElse(URI.create(uploadUrl).getHost(), "");
            return allowed.stream().anyMatch(end -> end.startsWith(".") ? host.endsWith(end) : host.equals(end));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
