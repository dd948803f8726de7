package io.cliprelay.gateway.submission;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.media.Finding;
import io.cliprelay.gateway.media.MediaInspector;
import io.cliprelay.gateway.media.MediaKind;
import io.cliprelay.gateway.submission.rule.Surroundings;

/** Looks at the files of submissions, at each once. */
@ApplicationScoped
class MediaLooks {

    private static final int AT_ONCE = 8;

    private final MediaInspector inspector;

    MediaLooks(MediaInspector inspector) {
        this.inspector = inspector;
    }

    Uni<Found> at(List<Submission> submissions) {
        return Multi.createFrom()
                .iterable(submissions.stream()
                        .map(Submission::clip)
                        .flatMap(MediaLooks::places)
                        .distinct()
                        .toList())
                .onItem()
                .transformToUni(this::look)
                .merge(AT_ONCE)
                .collect()
                .asMap(Look::place, Look::finding)
                .map(Found::new);
    }

    private Uni<Look> look(Place place) {
        return inspector.inspect(place.uri(), place.kind()).map(finding -> new Look(place, finding));
    }

    private static Stream<Place> places(ClipSubmission clip) {
        return Stream.concat(
                clip.media().map(uri -> new Place(uri, MediaKind.VIDEO)).stream(),
                clip.thumbnail().map(uri -> new Place(uri, MediaKind.THUMBNAIL)).stream());
    }

    /** Where to look, and for what. */
    record Place(URI uri, MediaKind kind) {}

    private record Look(Place place, Finding finding) {}

    /** What was found where. */
    record Found(Map<Place, Finding> findings) {

        Found {
            findings = Map.copyOf(findings);
        }

        /** All that {@code submission} is judged by. */
        Surroundings surroundings(
                Submission submission,
                Instant now,
                List<PlatformDescriptor> known,
                List<Account> connected,
                SubmissionConfig config) {
            return new Surroundings(
                    now,
                    known,
                    connected,
                    found(submission.clip().media(), MediaKind.VIDEO),
                    found(submission.clip().thumbnail(), MediaKind.THUMBNAIL),
                    config.staggerGap(),
                    submission.key().hashCode());
        }

        private Optional<Finding> found(Optional<URI> at, MediaKind kind) {
            return at.map(uri -> findings.get(new Place(uri, kind)));
        }
    }
}
