package io.cliprelay.gateway.change;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.clip.Privacy;

/** The fields of a clip that can be changed, for the API's description: what is absent stays, what is null is removed. */
@Schema(name = "ClipPatch")
public record ClipPatchBody(
        @Schema(nullable = true) String title,
        @Schema(nullable = true) String description,
        @Schema(nullable = true) List<String> tags,
        @Schema(nullable = true) Privacy privacy,
        @Schema(nullable = true) Schedule schedule) {}
