package io.cliprelay.sandbox.fault;

/** How to kill the credentials of one call. */
public interface Revocation {

    void ofAccess();

    void ofRefresh();
}
