package io.cliprelay.cli.command;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.stats.Overview;
import io.cliprelay.cli.stats.ReportTable;
import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.EventJson;

/** Shows numbers. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what became of your uploads in numbers: an overview, or one report.",
            "Times are in the zone of this machine, or the given one; durations in a CSV are in seconds."
        })
final class StatsCommand implements Callable<Integer> {

    /** What can be asked for. */
    enum Report {
        OVERVIEW,
        PLATFORMS,
        HISTORY,
        ERRORS,
        LATENESS,
        CONTENT
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "REPORT",
            defaultValue = "OVERVIEW",
            description = "overview (default), platforms, history, errors, lateness or content.")
    private Report report;

    @Option(names = "--from", paramLabel = "TIME", description = "From this time on: 2026-12-01 or 2026-12-01T18:00.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before this time.")
    private String to;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Whose days and hours: Europe/Berlin.")
    private String zone = ZoneId.systemDefault().getId();

    @Option(names = "--platform", paramLabel = "PLATFORM", description = "One platform only.")
    private String platform;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "Rows by platform, account, hour or day; content by clip, tag, weekday or hour.")
    private String by;

    @Option(names = "-n", paramLabel = "COUNT", description = "How many rows at most.")
    private String limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on with the history, as its end says.")
    private String cursor;

    @Option(names = "--csv", description = "As CSV, for a spreadsheet.")
    private boolean csv;

    @Mixin
    private GatewayMixin gateway;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.standard();
        if (csv) {
            String name = report == Report.OVERVIEW ? "platforms" : name();
            terminal.line(
                    gateway.client().statistics(name, with("format", "csv")).stripTrailing());
        } else {
            lines().forEach(terminal::line);
        }
        return ExitCode.OK;
    }

    private List<String> lines() {
        return report == Report.OVERVIEW
                ? Overview.of(ask("summary", question()), ask("platforms", with("by", "day")))
                        .lines()
                : ReportTable.of(ask(name(), question())).lines();
    }

    private String name() {
        return report.name().toLowerCase(Locale.ROOT);
    }

    private JsonNode ask(String name, Map<String, String> question) {
        return EventJson.decode(gateway.client().statistics(name, question), JsonNode.class);
    }

    private Map<String, String> with(String parameter, String value) {
        Map<String, String> question = question();
        question.put(parameter, value);
        return question;
    }

    private Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        put(question, "from", from);
        put(question, "to", to);
        put(question, "zone", zone);
        put(question, "platform", platform);
        put(question, "by", by);
        put(question, "limit", limit);
        put(question, "cursor", cursor);
        return question;
    }

    private static void put(Map<String, String> question, String name, String value) {
        if (value != null) {
            question.put(name, value);
        }
    }
}
