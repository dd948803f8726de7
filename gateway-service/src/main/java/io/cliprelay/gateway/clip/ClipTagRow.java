package io.cliprelay.gateway.clip;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.cliprelay.contracts.clip.ClipSubmission;

/** That a clip has a tag, for itself or for one of its targets. */
@Entity
@Table(name = "clip_tag")
public class ClipTagRow {

    /** What is tagged, and how. */
    @Embeddable
    public record Id(
            String tenant,
            String tag,
            @Column(name = "clip_id") UUID clipId) {
        public Id {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(tag, "tag");
            Objects.requireNonNull(clipId, "clipId");
        }
    }

    @EmbeddedId
    private Id id;

    /** For Hibernate. */
    protected ClipTagRow() {}

    private ClipTagRow(Id id) {
        this.id = id;
    }

    /** All tags of a clip, each once. */
    public static List<ClipTagRow> of(String tenant, UUID clipId, ClipSubmission clip) {
        return tags(clip).stream()
                .map(tag -> new ClipTagRow(new Id(tenant, tag, clipId)))
                .toList();
    }

    /** The same as they are looked for. */
    public static List<String> tags(ClipSubmission clip) {
        Stream<String> ofTargets = clip.targets().stream().flatMap(target -> target.tags().orElse(List.of()).stream());
        return Stream.concat(clip.tags().stream(), ofTargets)
                .map(ClipTagRow::normalised)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** As it is looked for: whatever its case, with or without {@code #}. */
    static String normalised(String tag) {
        String text = tag.strip();
        return (text.startsWith("#") ? text.substring(1) : text).strip().toLowerCase(Locale.ROOT);
    }
}
