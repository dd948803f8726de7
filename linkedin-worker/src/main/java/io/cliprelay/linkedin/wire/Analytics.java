package io.cliprelay.linkedin.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What was counted of a post; each call has fields of its own. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Analytics(List<Element> elements) {

    public Analytics {
        elements = elements == null ? List.of() : List.copyOf(elements);
    }

    /**
     * One of them; null what is another call's.
     *
     * @param count of one metric of a member's post
     * @param value of an organisation's video
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Element(Long count, Long value, Totals totalShareStatistics) {}

    /** Of an organisation's post. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Totals(Long likeCount, Long commentCount, Long shareCount) {}

    /** A number of the first element. */
    public Optional<Long> first(Function<Element, Long> number) {
        return elements.stream().map(number).filter(Objects::nonNull).findFirst();
    }
}
