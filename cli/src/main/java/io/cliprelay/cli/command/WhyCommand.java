package io.cliprelay.cli.command;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.api.ExplanationView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;

/** Says why an upload is not out yet. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = "Says why an upload is not out yet: what it waits for, what would change it, what was tried.")
final class WhyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "UPLOAD", description = "The upload's id, as clips prints it.")
    private UUID upload;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        GatewayClient client = gateway.client();
        Terminal terminal = Terminal.standard();
        lines(client.explanation(upload)).forEach(terminal::line);
        List<ExplanationView.Attempt> attempts = client.attempts(upload);
        if (!attempts.isEmpty()) {
            table(attempts).forEach(terminal::line);
        }
        return ExitCode.OK;
    }

    private static List<String> lines(ExplanationView why) {
        String until = why.until().map(instant -> ", until " + instant).orElse("");
        return List.of(
                "%s since %s%s (%s)"
                        .formatted(
                                why.state(), why.since(), until, why.waitsFor().code()),
                why.waitsFor().message(),
                why.waitsFor().fix());
    }

    private static List<String> table(List<ExplanationView.Attempt> attempts) {
        Table table = new Table("ATTEMPT", "ORDERED", "ENDED", "OUTCOME", "");
        attempts.forEach(attempt -> table.row(
                attempt.attempt(),
                attempt.orderedAt(),
                attempt.endedAt().map(Object::toString).orElse("runs"),
                attempt.outcome().orElse(""),
                attempt.failure().map(failure -> failure.reason().message()).orElse("")));
        return table.lines();
    }
}
