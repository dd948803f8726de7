package io.cliprelay.tiktok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.worker.spi.RemoteHandle;

/**
 * What is to be remembered of a publication that was begun, as the text of a handle. Whoever has it may upload to it,
 * so that it never shows.
 *
 * @param publishId TikTok's name for it
 * @param uploadUrl where its bytes go, for an hour
 * @param chunkSize in bytes, as it was announced
 * @param chunks how many, as was announced
 */
record UploadTicket(String publishId, String uploadUrl, long videoSize, long chunkSize, long chunks) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static UploadTicket of(RemoteHandle handle) {
        try {
            return JSON.readValue(handle.value(), UploadTicket.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored handle of TikTok cannot be read");
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can always be written", e);
        }
    }

    ChunkPlan plan() {
        return new ChunkPlan(videoSize, chunkSize, chunks);
    }

    @Override
    public String toString() {
        return "UploadTicket[" + publishId + "]";
    }
}
