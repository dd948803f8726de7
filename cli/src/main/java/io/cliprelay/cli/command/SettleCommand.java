package io.cliprelay.cli.command;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.upload.Settlement;

/** Settles an unconfirmed upload. */
@Command(
        name = "settle",
        mixinStandardHelpOptions = true,
        description = {
            "Says what became of an UNCONFIRMED upload, after you looked on the platform.",
            "Published: it is shown as such. Not published: it is sent again."
        })
final class SettleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "UPLOAD", description = "The upload's id, as watch and clips print it.")
    private UUID upload;

    @ArgGroup(multiplicity = "1")
    private Verdict verdict;

    @Option(
            names = "--post-id",
            paramLabel = "ID",
            description = "The platform's own id of the post, where you know it.")
    private String postId;

    @Mixin
    private GatewayMixin gateway;

    /** One of two. */
    static final class Verdict {

        @Option(names = "--published", paramLabel = "URL", description = "It is there, at this address.")
        private URI permalink;

        @Option(names = "--not-published", description = "It is not there, and will not come.")
        private boolean absent;
    }

    @Override
    public Integer call() {
        boolean published = verdict.permalink != null;
        gateway.client()
                .settle(
                        upload,
                        new Settlement(
                                published,
                                Optional.ofNullable(verdict.permalink),
                                Optional.ofNullable(postId),
                                System.getProperty("user.name")));
        Terminal.standard()
                .line("Upload %s is being settled as %s; ./cliprelay clips shows when it is."
                        .formatted(upload, published ? "published" : "not published, and is sent again"));
        return ExitCode.OK;
    }
}
