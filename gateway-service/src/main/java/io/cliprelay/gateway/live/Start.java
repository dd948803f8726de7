package io.cliprelay.gateway.live;

import java.util.Objects;

import jakarta.enterprise.context.RequestScoped;

/** What the filter found out for the stream that is asked for. */
@RequestScoped
class Start {

    private Audience audience;
    private Beginning beginning;

    void is(Audience of, Beginning at) {
        this.audience = of;
        this.beginning = at;
    }

    Audience audience() {
        return Objects.requireNonNull(audience, "audience");
    }

    Beginning beginning() {
        return Objects.requireNonNull(beginning, "beginning");
    }
}
