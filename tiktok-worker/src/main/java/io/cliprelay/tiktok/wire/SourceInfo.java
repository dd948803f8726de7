package io.cliprelay.tiktok.wire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** How the bytes will come; sizes in bytes. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SourceInfo(String source, long videoSize, long chunkSize, long totalChunkCount) {}
