package io.cliprelay.cli.command;

import java.net.URI;

import picocli.CommandLine.Option;

import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.stack.StackPart;

/** Which gateway a command talks to. */
final class GatewayMixin {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The gateway to talk to; the one of the local stack if absent. "
                    + "The API key, where it wants one, comes from the variable CLIPRELAY_API_KEY.",
            defaultValue = "${env:CLIPRELAY_URL}")
    private URI url;

    GatewayClient client() {
        return new GatewayClient(url != null ? url : ProjectStack.find().url(StackPart.GATEWAY));
    }
}
