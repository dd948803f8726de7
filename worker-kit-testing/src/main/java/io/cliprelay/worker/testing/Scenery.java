package io.cliprelay.worker.testing;

/** How the sandbox behaves, which a run may need otherwise than the others. */
interface Scenery {

    /** Before a run in which a request of {@code operation} arrives after another replica has finished. */
    void lateArrival(String operation);

    /** After it. */
    void usual();
}
