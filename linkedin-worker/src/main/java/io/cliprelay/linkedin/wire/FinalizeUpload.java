package io.cliprelay.linkedin.wire;

import java.util.List;

/** The body of {@code finalizeUpload}; the ids are the parts' ETags, in the order of the parts. */
public record FinalizeUpload(Request finalizeUploadRequest) {

    /** The token is echoed as it was given, empty or not. */
    public record Request(String video, String uploadToken, List<String> uploadedPartIds) {
        public Request {
            uploadedPartIds = List.copyOf(uploadedPartIds);
        }
    }
}
