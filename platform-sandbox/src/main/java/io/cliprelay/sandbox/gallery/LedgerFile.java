package io.cliprelay.sandbox.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

import io.cliprelay.sandbox.SandboxConfig;

/**
 * The posts as JSON lines, one line a post or a change of it, the last line of an id counts.
 * Without a state folder nothing is written. The ledger calls it one thread at a time.
 */
@Singleton
class LedgerFile {

    private static final Logger LOG = Logger.getLogger(LedgerFile.class);

    private final Optional<Path> path;
    private final ObjectMapper mapper;

    @Inject
    LedgerFile(SandboxConfig config, ObjectMapper mapper) {
        this(config.stateFolder(), mapper);
    }

    LedgerFile(Optional<Path> folder, ObjectMapper mapper) {
        this.path = folder.map(existing -> existing.resolve("posts.jsonl"));
        this.mapper = mapper;
    }

    /** All lines in their order. A last line that a crash cut short is left out and said in the log. */
    List<Post> read() {
        var posts = new ArrayList<Post>();
        if (path.isPresent() && Files.exists(path.get())) {
            try {
                Files.readAllLines(path.get()).forEach(line -> parsed(line).ifPresent(posts::add));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the sandbox's posts from " + path.get(), e);
            }
        }
        return posts;
    }

    private Optional<Post> parsed(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(mapper.readValue(line, Post.class));
        } catch (JsonProcessingException e) {
            LOG.warnf("A line of %s is no post and is left out: %s", path.get(), e.getOriginalMessage());
            return Optional.empty();
        }
    }

    /** One write a line: the line is there whole, or (after a crash in between) its end is missing. */
    void append(Post post) {
        path.ifPresent(file -> {
            try {
                Files.createDirectories(file.getParent());
                var line = "\n" + mapper.writeValueAsString(post) + "\n";
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write post " + post.id() + " to " + file, e);
            }
        });
    }

    void forget() {
        path.ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete the sandbox's posts in " + file, e);
            }
        });
    }
}
