package io.cliprelay.cli.command;

/** What a command ends with, for scripts. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NOT_RUNNING = 3;

    private ExitCode() {}
}
