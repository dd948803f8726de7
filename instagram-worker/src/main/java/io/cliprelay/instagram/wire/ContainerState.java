package io.cliprelay.instagram.wire;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a container stands; any field may be null. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ContainerState(
        @JsonProperty("status_code") String statusCode,
        String status,
        @JsonProperty("video_status") VideoStatus videoStatus) {

    /** How far its video is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record VideoStatus(
            @JsonProperty("uploading_phase") UploadingPhase uploadingPhase) {}

    /** How many bytes came; the sister endpoint of Pages spells it with one r less. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record UploadingPhase(
            String status,

            @JsonProperty("bytes_transferred") @JsonAlias("bytes_transfered")
            Long bytesTransferred) {}

    /** What the answer says of the bytes. */
    public Optional<UploadingPhase> uploading() {
        return Optional.ofNullable(videoStatus).map(VideoStatus::uploadingPhase);
    }
}
