package io.cliprelay.sandbox.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.cliprelay.sandbox.SandboxConfig;

/**
 * The media of finished uploads by their digest, so that the gallery can play them: in the state folder, or in a
 * temporary one that goes with the process. What exceeds the configured bounds is counted and digested, not kept.
 */
@Singleton
public class MediaStore {

    private static final Logger LOG = Logger.getLogger(MediaStore.class);

    /** Until the folder has been looked through. */
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Path kept;
    private final Path incoming;
    private final boolean temporary;
    private final long largest;
    private final long inAll;
    private final AtomicLong numbers = new AtomicLong();

    /** At least what is kept; guarded by this. Looking through thousands of files for each one more would take seconds. */
    private long keptAtMost = UNKNOWN;

    @Inject
    MediaStore(SandboxConfig config) {
        this(
                config.stateFolder(),
                config.media().largestKept().asLongValue(),
                config.media().keptInAll().asLongValue());
    }

    /**
     * A store in a folder of its own.
     *
     * @param stateFolder absent: a temporary one
     * @param largest media beyond so many bytes are not kept
     * @param inAll beyond so many bytes the oldest are dropped
     */
    public MediaStore(Optional<Path> stateFolder, long largest, long inAll) {
        this.temporary = stateFolder.isEmpty();
        this.kept = stateFolder.map(folder -> folder.resolve("media")).orElseGet(TemporaryFolder::ofThisProcess);
        this.incoming = kept.resolve("incoming");
        this.largest = largest;
        this.inAll = inAll;
        // Uploads do not survive a restart, hence neither do their parts.
        deleteAll(incoming);
    }

    /** For media that may be dropped when they turn out to be larger than what is kept; digest them as they come. */
    public MediaFile begin() {
        return file(largest);
    }

    /** For media that are put together here, whatever their size, because they come in any order. */
    public MediaFile assemble() {
        return file(Long.MAX_VALUE);
    }

    private MediaFile file(long bound) {
        return new MediaFile(this, incoming.resolve(Long.toString(numbers.incrementAndGet())), bound);
    }

    /** The media with this digest, hex; empty if they were not kept. */
    public Optional<Path> find(String sha256) {
        return sha256.matches("[0-9a-f]{64}")
                ? Optional.of(kept.resolve(sha256)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Deletes everything that is kept. */
    public synchronized void forget() {
        deleteAll(kept);
        keptAtMost = 0;
    }

    /** Makes the folder that uploads go to; a reset may have deleted it. */
    void folderIsNeeded() {
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder for media " + incoming, e);
        }
    }

    synchronized void keep(Path file, String sha256) {
        try {
            long size = Files.size(file);
            if (size > largest) {
                delete(file);
                return;
            }
            Files.move(file, kept.resolve(sha256), StandardCopyOption.REPLACE_EXISTING);
            makeRoom(size);
        } catch (IOException e) {
            // The post is made all the same: its media cannot be looked at, that is all.
            LOG.warnf("The media %s are not kept: %s", sha256, e);
        }
    }

    private void makeRoom(long added) throws IOException {
        keptAtMost = keptAtMost == UNKNOWN ? UNKNOWN : keptAtMost + added;
        if (keptAtMost > inAll) {
            dropOldest();
        }
    }

    private void dropOldest() throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(kept)) {
            newestFirst = files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        long sum = 0;
        for (Path file : newestFirst) {
            sum += Files.size(file);
            if (sum > inAll) {
                delete(file);
            } else {
                keptAtMost = sum;
            }
        }
    }

    @PreDestroy
    void close() {
        if (temporary) {
            deleteAll(kept);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("Cannot delete %s: %s", file, e);
        }
    }

    static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(MediaStore::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the media in " + folder, e);
        }
    }
}
