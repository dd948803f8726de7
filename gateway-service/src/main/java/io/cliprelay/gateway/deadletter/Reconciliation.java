package io.cliprelay.gateway.deadletter;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.UnreadableEventException;
import io.cliprelay.contracts.upload.SettleCommand;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.gateway.schedule.Explanation;

/**
 * Whether a letter may be sent again; plain functions. Events may: who takes them takes each once, and only forward. A
 * command makes a post, so what it asks for must still be what the scheduler waits for.
 */
sealed interface Reconciliation {

    /** It may be sent. */
    record Sound() implements Reconciliation {}

    /** It is a command: what the scheduler says of that upload decides. */
    record AskAbout(UUID upload, int attempt, boolean settles) implements Reconciliation {

        /** By what the scheduler says, which orders each attempt once. */
        Reconciliation with(Explanation now) {
            return settles ? settlement(now) : order(now);
        }

        private Reconciliation settlement(Explanation now) {
            return now.state() == UploadState.UNCONFIRMED && now.attempt() == attempt
                    ? new Sound()
                    : new Refused("The upload is %s by now, and not unconfirmed in attempt %d any more."
                            .formatted(now.state(), attempt));
        }

        private Reconciliation order(Explanation now) {
            return switch (now.state()) {
                case PUBLISHED, DRAFTED ->
                    new Refused("The upload is %s: sending it again would make a second post.".formatted(now.state()));
                case FAILED, CANCELLED ->
                    new Refused(
                            "The upload is %s: nothing is to be sent any more. What failed can be tried again (POST /v1/uploads/%s/retry)."
                                    .formatted(now.state(), upload));
                case SCHEDULED, RETRY_WAIT, HELD ->
                    new Refused(
                            "The upload is %s: the scheduler orders it anew when it is time.".formatted(now.state()));
                case UPLOADING, PROCESSING, UNCONFIRMED ->
                    new Refused("The upload is %s: a worker has it.".formatted(now.state()));
                case QUEUED ->
                    now.attempt() == attempt
                            ? new Sound()
                            : new Refused("It orders attempt %d; the scheduler is at attempt %d."
                                    .formatted(attempt, now.attempt()));
            };
        }
    }

    /** It may not. */
    record Refused(String why) implements Reconciliation {}

    /** What tells how things are now, so what told it before would only take it back. */
    Set<String> TOLD_ANEW = Set.of(Topics.PLATFORM_CATALOG, Topics.ACCOUNT_EVENTS, Topics.UPLOAD_PROGRESS);

    /** Whose records are events that may come twice, and late. */
    Set<String> HISTORY = Set.of(Topics.CLIP_INTAKE, Topics.CLIP_EVENTS, Topics.UPLOAD_EVENTS, Topics.POST_EVENTS);

    static Reconciliation of(Letter letter) {
        if (letter.value().isEmpty()) {
            return new Refused("It has no value: nobody could make anything of it.");
        }
        if (letter.isCut()) {
            return new Refused("Only its beginning is kept here; the whole is at %s.".formatted(letter.origin()));
        }
        String topic = letter.id().topic();
        if (HISTORY.contains(topic)) {
            return new Sound();
        }
        if (topic.startsWith(Topics.platformUpload(""))) {
            return command(letter);
        }
        return new Refused(
                TOLD_ANEW.contains(topic)
                        ? "Its senders tell anew how things are; an old word of theirs would take that back."
                        : "Nobody listens to " + topic + ".");
    }

    private static Reconciliation command(Letter letter) {
        JsonNode command = json(letter.value().orElseThrow());
        Optional<UUID> upload = upload(command.at("/upload/uploadId").asText());
        return upload.isPresent() && command.path("attempt").isInt()
                ? new AskAbout(upload.get(), command.path("attempt").asInt(), isSettlement(letter))
                : new Refused("It does not say which attempt at which upload it orders.");
    }

    private static boolean isSettlement(Letter letter) {
        return letter.type()
                .filter(EventTypes.nameOf(SettleCommand.class)::equals)
                .isPresent();
    }

    private static JsonNode json(String value) {
        try {
            return EventJson.decode(value, JsonNode.class);
        } catch (UnreadableEventException none) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<UUID> upload(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
