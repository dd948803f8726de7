package io.cliprelay.gateway.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.IntakeReply;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.gateway.status.UploadView;
import io.cliprelay.gateway.submission.Answer;
import io.cliprelay.kit.outbox.OutgoingEvent;

/** Puts an answer into an event; plain functions. */
record IntakeReplies(Producer producer, String tenant, Optional<String> key, Instant at) {

    private static final String SOURCE = "/cliprelay/gateway";

    List<OutgoingEvent> to(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> List.of(event(accepted(accepted.clip())));
            case Answer.Rejected rejected -> List.of(rejection(rejected.problem()));
            // Its answer is being written by whoever works on it.
            case Answer.InFlight inFlight -> List.of();
        };
    }

    OutgoingEvent rejection(Problem problem) {
        return event(new IntakeReply.Rejected(producer.id(), problem));
    }

    private IntakeReply accepted(ClipView clip) {
        return new IntakeReply.Accepted(
                producer.id(),
                clip.id(),
                clip.uploads().stream().map(UploadView::id).toList());
    }

    private OutgoingEvent event(IntakeReply reply) {
        return new OutgoingEvent(
                Topics.CLIP_INTAKE_REPLIES, key, EventEnvelope.of(SOURCE, producer.id(), tenant, at, reply));
    }
}
