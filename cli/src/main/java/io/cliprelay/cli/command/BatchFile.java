package io.cliprelay.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.cliprelay.cli.api.BatchView;
import io.cliprelay.cli.stack.StackException;
import io.cliprelay.cli.terminal.Table;

/** A file with many clips, and what became of them. */
record BatchFile(Path path) {

    /** By the file's ending: {@code .csv}, {@code .ndjson} (or {@code .jsonl}), else a JSON array. */
    String mediaType() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return "text/csv";
        }
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? "application/x-ndjson" : "application/json";
    }

    String content() {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new StackException("%s cannot be read: %s".formatted(path, unreadable));
        }
    }

    static List<String> table(BatchView result) {
        Table table = new Table("ROW", "CLIP", "TITLE", "");
        result.items()
                .forEach(item -> table.row(
                        item.row(),
                        item.clip().map(clip -> clip.id().toString()).orElse(""),
                        item.clip().map(clip -> clip.title()).orElse(""),
                        remark(item)));
        return table.lines();
    }

    private static String remark(BatchView.Item item) {
        return item.problem()
                .map(problem -> problem.errors().stream()
                        .findFirst()
                        .map(error -> error.pointer() + ": " + error.detail() + " " + error.fix())
                        .orElse(problem.title() + ": " + problem.detail()))
                .orElse(item.replayed() ? "taken before" : "taken");
    }
}
