package io.cliprelay.cli.command;

import java.nio.file.Path;
import java.util.List;

import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.cli.stack.StackPorts;
import io.cliprelay.cli.terminal.Table;

/** Where a browser goes. */
record StackUrls(StackPorts ports, Path apiKey) {

    static StackUrls of(Stack stack) {
        return new StackUrls(stack.ports(), stack.options().home().apiKey());
    }

    List<String> lines() {
        Table table = new Table("", "");
        row(table, "API", StackPart.GATEWAY, "/q/swagger-ui");
        table.row("API key", apiKey);
        row(table, "metrics", StackPart.GATEWAY, "/q/metrics");
        row(table, "sandbox posts", StackPart.SANDBOX, "/");
        return table.lines().stream().filter(line -> !line.isBlank()).toList();
    }

    private void row(Table table, String what, String service, String path) {
        ports.url(service).map(url -> url.resolve(path)).ifPresent(url -> table.row(what, url));
    }
}
