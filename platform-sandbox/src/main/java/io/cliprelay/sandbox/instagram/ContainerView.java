package io.cliprelay.sandbox.instagram;

import java.time.Instant;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A container as the API shows it. */
final class ContainerView {

    private ContainerView() {}

    static ObjectNode of(Container container, Set<String> fields, Instant now, InstagramSettings settings) {
        Container.Status status = container.shown(now, settings.statusLag());
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("id", container.id());
        if (fields.contains("status_code")) {
            view.put("status_code", status.name());
        }
        if (fields.contains("status")) {
            view.put("status", text(container, status, settings.bareSubcode()));
        }
        if (fields.contains("video_status")) {
            view.set("video_status", video(container, status));
        }
        return view;
    }

    private static String text(Container container, Container.Status status, boolean bare) {
        return switch (status) {
            case IN_PROGRESS -> "In Progress: Media is still being processed.";
            case FINISHED -> "Finished: Media has been uploaded and it is ready to be published.";
            case PUBLISHED -> "Published: Media has been successfully published.";
            case EXPIRED -> "Expired: Media was not published within 24 hours.";
            case ERROR -> {
                String subcode = container.failure().orElseThrow();
                yield bare ? subcode : "Error: Media upload has failed with error code " + subcode;
            }
        };
    }

    private static ObjectNode video(Container container, Container.Status status) {
        boolean complete = container.hasAllBytes();
        ObjectNode video = JsonNodeFactory.instance.objectNode();
        video.putObject("uploading_phase")
                .put("status", complete ? "complete" : "in_progress")
                .put("bytes_transferred", container.stored());
        video.putObject("processing_phase").put("status", phase(complete, status));
        return video;
    }

    private static String phase(boolean complete, Container.Status status) {
        return switch (status) {
            case IN_PROGRESS -> complete ? "in_progress" : "not_started";
            case FINISHED, PUBLISHED -> "complete";
            case ERROR -> "error";
            case EXPIRED -> "not_started";
        };
    }
}
