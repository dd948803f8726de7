package io.cliprelay.worker.testing;

/** Something that an upload did in a run, in the order of the run. */
sealed interface Step {

    /** Counted from 1 among the steps of its kind. */
    int number();

    /** An owner took the upload: its lease was committed. */
    record Take(int number) implements Step {}

    /** A transaction was committed. */
    record Commit(int number) implements Step {}

    /**
     * A request was sent.
     *
     * @param operation its method and path, without what is another in each run
     * @param bytes of its body; 0 where there is none
     * @param authorized whether it carried an access token
     */
    record Request(int number, String operation, long bytes, boolean authorized) implements Step {}
}
