package io.cliprelay.cli.stack;

/** Told how a start goes on; one thread at a time. */
public interface StartListener {

    /** Something else listens on the port that {@code name} usually has. */
    void portMoved(String name, int usual, int chosen);

    /** An earlier process of this part has ended without being told to. */
    void foundDead(String part);

    /** The process of {@code part} has been started. */
    void started(String part, String port);

    void healthy(String part, String port);

    /** For those who only want the result. */
    StartListener SILENT = new StartListener() {
        @Override
        public void portMoved(String name, int usual, int chosen) {}

        @Override
        public void foundDead(String part) {}

        @Override
        public void started(String part, String port) {}

        @Override
        public void healthy(String part, String port) {}
    };
}
