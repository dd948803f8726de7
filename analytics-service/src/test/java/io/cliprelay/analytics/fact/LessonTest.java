package io.cliprelay.analytics.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.cliprelay.analytics.Story;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadState;

import static org.assertj.core.api.Assertions.assertThat;

class LessonTest {

    private static final Instant DUE = Instant.parse("2026-11-22T10:00:00Z");

    private final Story story = Story.of("acme", "youtube", DUE, "cats");

    @Test
    void whatIsKnownInTheEndDependsNeitherOnOrderNorOnRepetition() {
        List<Story.Told> told = new ArrayList<>(List.of(
                story.submitted(),
                story.started(1, Duration.ofSeconds(1)),
                story.started(1, Duration.ofSeconds(3)),
                story.attemptFailed(1, Story.tooFast()),
                story.started(2, Duration.ofSeconds(10)),
                story.processing(2, Duration.ofSeconds(20)),
                story.failed(2, Story.badTitle()),
                story.published(2, Duration.ofSeconds(30)),
                story.measured(DUE.plusSeconds(60), Optional.of(5L), Optional.empty()),
                story.measured(DUE.plusSeconds(90), Optional.of(7L), Optional.empty()),
                story.gone(DUE.plusSeconds(99))));
        UploadFact inOrder = known(told.stream());
        Random random = new Random(5);

        assertThat(IntStream.range(0, 200).mapToObj(n -> {
                    Collections.shuffle(told, random);
                    return known(Stream.concat(told.stream(), told.stream().limit(4)));
                }))
                .allMatch(inOrder::equals);
        assertThat(inOrder.start()).contains(new Start(2, DUE.plusSeconds(10)));
        assertThat(inOrder.reading().orElseThrow().views()).contains(7L);
        assertThat(inOrder.attempts()).isEqualTo(2);
    }

    @Test
    void whoeverIsHeldOrGivenAnotherTimeHasNotEnded() {
        Instant moved = DUE.plusSeconds(3600);
        UploadFact known = known(Stream.of(
                story.submitted(), story.held(0, Duration.ZERO), story.scheduled(0, Duration.ofSeconds(2), moved)));

        assertThat(known.outcome()).isEmpty();
        assertThat(known.due().orElseThrow().at()).isEqualTo(moved);
        assertThat(known.attempts()).isZero();
    }

    @Test
    void theTimeOfALaterAttemptIsNotWhatWasWished() {
        UploadFact known = known(Stream.of(
                story.scheduled(0, Duration.ofSeconds(1), DUE.plusSeconds(60)),
                story.scheduled(1, Duration.ofSeconds(70), DUE.plusSeconds(3600))));

        assertThat(known.due().orElseThrow().at()).isEqualTo(DUE.plusSeconds(60));
        assertThat(known.attempts()).isEqualTo(1);
    }

    @Test
    void aCancelledUploadHasEndedUnlessItIsLive() {
        UploadFact cancelled = known(Stream.of(story.submitted(), story.cancelled(0, Duration.ofSeconds(5))));
        UploadFact live =
                known(Stream.of(story.published(1, Duration.ofSeconds(4)), story.cancelled(1, Duration.ofSeconds(5))));

        assertThat(cancelled.outcome().orElseThrow())
                .isEqualTo(Outcome.without(UploadState.CANCELLED, DUE.plusSeconds(5)));
        assertThat(live.outcome().orElseThrow().state()).isEqualTo(UploadState.PUBLISHED);
    }

    @Test
    void anUploadStandsWhereItsClipsIdSays() {
        UUID clip = UUID.fromString("0193543e-2400-7000-8000-000000000001");

        assertThat(UploadKey.of(clip, UUID.randomUUID()).createdAt())
                .isEqualTo(Instant.parse("2024-11-22T14:19:38.880Z"));
        assertThat(UploadKey.of(UUID.randomUUID(), UUID.randomUUID()).dated()).isFalse();
    }

    private static UploadFact known(Stream<Story.Told> told) {
        return told.flatMap(each -> lesson(each.event()).facts().stream())
                .reduce(UploadFact::and)
                .orElseThrow();
    }

    private static Lesson lesson(EventEnvelope<?> event) {
        return switch (event.data()) {
            case ClipEvent clip -> Lesson.ofClip(typed(event, clip));
            case UploadEvent upload -> Lesson.ofUpload(typed(event, upload));
            case PostEvent post -> Lesson.ofPost(typed(event, post));
            default -> throw new IllegalArgumentException(event.type());
        };
    }

    private static <T> EventEnvelope<T> typed(EventEnvelope<?> event, T data) {
        return EventEnvelope.of(event.source(), event.subject(), event.tenant(), event.time(), data);
    }
}
