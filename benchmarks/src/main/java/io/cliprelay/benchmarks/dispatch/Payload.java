package io.cliprelay.benchmarks.dispatch;

import java.time.Instant;
import java.util.UUID;

/** What a job says, the same for all: a command as a worker gets it. */
final class Payload {

    /** Of a usual size; no quotation marks that SQL would have to be told of. */
    static final String CONTENT =
            "{\"media\":{\"uri\":\"s3://clips/2026/11/holiday-at-the-sea.mp4\",\"sizeBytes\":73400320,"
                    + "\"contentType\":\"video/mp4\"},\"title\":\"Holiday at the sea\",\"description\":\"Three days of sun, wind and "
                    + "waves, cut down to ninety seconds for whoever could not come along. Music by the band next door.\","
                    + "\"tags\":[\"sun\",\"sea\",\"holiday\"],\"privacy\":\"public\",\"options\":{\"category\":\"22\"}}";

    private Payload() {}

    static String command(UUID upload, Instant due) {
        return "{\"upload\":{\"uploadId\":\"%s\",\"clipId\":\"%s\",\"platform\":\"%s\",\"accountId\":\"%s\"},\"attempt\":1,\"dueAt\":\"%s\",\"content\":%s}"
                .formatted(upload, upload, Ground.PLATFORM, upload, due, CONTENT);
    }

    /** The same as an SQL expression over {@code id} and {@code due}. */
    static String sql(String id, String due) {
        String instant = "to_char(" + due + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
        return "'{\"upload\":{\"uploadId\":\"' || %1$s || '\",\"clipId\":\"' || %1$s || '\",\"platform\":\"%2$s\",\"accountId\":\"' || %1$s || '\"},\"attempt\":1,\"dueAt\":\"' || %3$s || '\",\"content\":%4$s}'"
                .formatted(id, Ground.PLATFORM, instant, CONTENT);
    }
}
