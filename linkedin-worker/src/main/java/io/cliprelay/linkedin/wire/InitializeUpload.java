package io.cliprelay.linkedin.wire;

/** The body of {@code initializeUpload}. */
public record InitializeUpload(Request initializeUploadRequest) {

    /** The owner must be the later post's author. */
    public record Request(String owner, long fileSizeBytes, boolean uploadCaptions, boolean uploadThumbnail) {}

    /** Without captions. */
    public static InitializeUpload of(String owner, long size, boolean withThumbnail) {
        return new InitializeUpload(new Request(owner, size, false, withThumbnail));
    }
}
