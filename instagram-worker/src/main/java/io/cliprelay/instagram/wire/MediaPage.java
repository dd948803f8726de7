package io.cliprelay.instagram.wire;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Some of an account's media, the newest first. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MediaPage(List<Media> data, Paging paging) {

    public MediaPage {
        data = data == null ? List.of() : List.copyOf(data);
    }

    /** Whether there are no more: the last page has no link to a next one (docs/graph-api/results). */
    public boolean last() {
        return paging == null || paging.next() == null;
    }

    /** Where the next page begins; empty after the last one, and where the platform gives no cursor. */
    public Optional<String> after() {
        return last() ? Optional.empty() : Optional.ofNullable(paging.cursors()).map(Cursors::after);
    }

    /** @param next the whole address of the next page; null on the last one */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Paging(Cursors cursors, String next) {}

    /** @param after of the last entry of the page */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Cursors(String after) {}
}
