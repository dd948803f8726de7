package io.cliprelay.linkedin.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The answer to {@code initializeUpload}. Whoever has the addresses may upload, so that it never shows. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Initialized(Value value) {

    /** Where the bytes go; {@code uploadUrlsExpireAt} in milliseconds since 1970. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Value(
            long uploadUrlsExpireAt,
            String video,
            List<Instruction> uploadInstructions,
            String uploadToken,
            String thumbnailUploadUrl) {

        public Value {
            uploadInstructions = uploadInstructions == null ? List.of() : List.copyOf(uploadInstructions);
        }

        @Override
        public String toString() {
            return "Initialized[" + video + "]";
        }
    }

    /** One part; {@code lastByte} is inclusive. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Instruction(String uploadUrl, long firstByte, long lastByte) {
        @Override
        public String toString() {
            return "Instruction[" + firstByte + "-" + lastByte + "]";
        }
    }
}
