package io.cliprelay.scheduler.due;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadRef;

/**
 * The JSON of an {@link UploadCommand}, put together around the content's text: character by character what
 * {@link EventJson} would write, without reading the content.
 */
final class CommandText {

    /** More than all that stands around the content. */
    private static final int FRAME = 320;

    private CommandText() {}

    static String of(DueJob job, InstantText dueAt) {
        UploadRef upload = job.upload();
        StringBuilder json = new StringBuilder(job.content().length() + FRAME)
                .append("{\"upload\":{\"uploadId\":\"")
                .append(upload.uploadId())
                .append("\",\"clipId\":\"")
                .append(upload.clipId())
                .append("\",\"platform\":")
                .append(quoted(upload.platform()))
                .append(",\"accountId\":\"")
                .append(upload.accountId())
                .append("\"},\"attempt\":")
                .append(job.attempt())
                .append(",\"dueAt\":\"")
                .append(dueAt.of(job.dueAt()))
                .append("\",\"content\":")
                .append(job.content());
        return json.append(priority(job.priority())).append('}').toString();
    }

    private static String priority(Priority priority) {
        return switch (priority) {
            case URGENT -> ",\"priority\":\"urgent\"";
            // What a command has that does not say.
            case NORMAL -> "";
            case BULK -> ",\"priority\":\"bulk\"";
        };
    }

    private static String quoted(String platform) {
        return platform.chars().allMatch(CommandText::plain) ? '"' + platform + '"' : EventJson.encode(platform);
    }

    private static boolean plain(int character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9' || character == '-';
    }
}
