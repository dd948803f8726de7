package io.cliprelay.cli.command;

import java.io.UncheckedIOException;
import java.util.UUID;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import io.cliprelay.cli.api.GatewayException;
import io.cliprelay.cli.stack.StackException;

/** The whole command: {@code cliprelay up | down | status | ...}. */
@Command(
        name = "cliprelay",
        mixinStandardHelpOptions = true,
        version = "Cliprelay 0.1.0",
        description = "Publishes video clips to social platforms at the right time, exactly once.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            SubmitCommand.class,
            WatchCommand.class,
            WhyCommand.class,
            RescheduleCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            CancelCommand.class,
            RetryCommand.class,
            SettleCommand.class,
            ClipsCommand.class,
            StatsCommand.class,
            AnalyticsCommand.class,
            SlotsCommand.class,
            KeysCommand.class,
            WebhooksCommand.class,
            DlqCommand.class,
            DemoCommand.class,
            ResetCommand.class
        },
        footer = {
            "",
            "Try it: ./cliprelay demo",
            "The stack keeps its data, logs and state in .cliprelay in the project folder; CLIPRELAY_HOME names another one."
        })
public final class Cliprelay {

    private Cliprelay() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command, ready to be executed; failures that have a message of their own are shown as that message. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Cliprelay());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> exitCode(failure, command));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.registerConverter(UUID.class, new IdArgument());
        return commandLine;
    }

    private static int exitCode(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof StackException
                || failure instanceof GatewayException
                || failure instanceof UncheckedIOException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.FAILED;
        }
        throw failure;
    }
}
