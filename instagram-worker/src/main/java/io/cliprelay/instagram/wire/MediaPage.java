package io.cliprelay.instagram.wire;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The newest media of an account. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MediaPage(List<Media> data) {
    public MediaPage {
        data = data == null ? List.of() : List.copyOf(data);
    }
}
