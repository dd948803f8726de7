package io.cliprelay.cli.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.contracts.clip.Privacy;

/** What is said of a clip on the command line. */
final class ClipOptions {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            converter = MediaArgument.class,
            description = "The video: a file that the services can read, an https: URI or an s3: URI.")
    private URI file;

    @Option(
            names = "--sha256",
            paramLabel = "DIGEST",
            converter = DigestArgument.class,
            description =
                    "What the video's SHA-256 must be, as sha256sum prints it; \"compute\" has it computed from the "
                            + "file now. A video that is another by then is not published.")
    private DigestArgument.Wish sha256;

    @Option(names = "--title", paramLabel = "TEXT", description = "The title that people see.")
    private String title;

    @Option(names = "--description", paramLabel = "TEXT", description = "What the clip is about.")
    private String description;

    @Option(names = "--tags", split = ",", paramLabel = "TAG", description = "Tags, separated by commas.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--privacy", paramLabel = "WHO", description = "Who may see it: ${COMPLETION-CANDIDATES}.")
    private Privacy privacy;

    @Option(
            names = "--thumbnail",
            paramLabel = "FILE",
            converter = MediaArgument.class,
            description = "An image to show for it.")
    private URI thumbnail;

    @Mixin
    private TimingOptions timing;

    @Option(
            names = "--to",
            split = ",",
            paramLabel = "PLATFORM[:ACCOUNT]",
            converter = TargetArgument.class,
            description = "Where it shall go, separated by commas. To the only connected account if absent.")
    private List<Target> targets = new ArrayList<>();

    /** Whether it says which video, and what people see of it. */
    boolean isComplete() {
        return file != null && title != null;
    }

    /** Whether nothing is said. */
    boolean isAbsent() {
        return file == null && title == null && !hasTargets();
    }

    boolean hasTargets() {
        return !targets.isEmpty();
    }

    ClipSubmission toSubmission(List<Target> otherwise) {
        return new ClipSubmission(
                Optional.of(file),
                Optional.ofNullable(sha256).map(wish -> wish.of(file)),
                Optional.of(title),
                Optional.ofNullable(description),
                tags,
                Optional.ofNullable(privacy),
                Optional.ofNullable(thumbnail),
                timing.schedule(),
                timing.priority(),
                timing.notAfter(),
                timing.stagger(),
                hasTargets() ? targets : otherwise);
    }
}
