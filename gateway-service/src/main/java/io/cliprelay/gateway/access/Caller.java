package io.cliprelay.gateway.access;

import jakarta.enterprise.context.RequestScoped;

/** Who calls. */
@RequestScoped
public class Caller {

    private Identity identity;

    /** The tenant that the call is made for. */
    public String tenant() {
        return identity().tenant();
    }

    /** Whether nothing of what it does may reach a real platform. */
    public boolean testing() {
        return identity().mode() == Mode.TEST;
    }

    /** Who proved to be whom, for whom a call lasts longer than its credential may hold. */
    public Identity identity() {
        if (identity == null) {
            throw new IllegalStateException("Asked for the caller of a path that nobody guards");
        }
        return identity;
    }

    void is(Identity proved) {
        this.identity = proved;
    }
}
