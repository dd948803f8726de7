package io.cliprelay.cli.command;

import java.net.URI;

import picocli.CommandLine.Option;

import io.cliprelay.cli.api.GatewayClient;

/** Which gateway a command talks to. */
final class GatewayMixin {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The gateway to talk to; the one of the local stack if absent. "
                    + "The API key comes from the variable CLIPRELAY_API_KEY; the local stack's own is known.",
            defaultValue = "${env:CLIPRELAY_URL}")
    private URI url;

    GatewayClient client() {
        return url != null ? new GatewayClient(url) : ProjectStack.find().gateway();
    }
}
