package io.cliprelay.gateway.access;

import jakarta.enterprise.context.RequestScoped;

/** Who calls. */
@RequestScoped
public class Caller {

    private String tenant;

    /** The tenant that the call is made for. */
    public String tenant() {
        if (tenant == null) {
            throw new IllegalStateException("Asked for the caller of a path that nobody guards");
        }
        return tenant;
    }

    void is(String proved) {
        this.tenant = proved;
    }
}
