package io.cliprelay.cli.api;

import java.util.List;

/** The platforms that the gateway knows. */
public record PlatformPage(List<PlatformView> items) {

    public PlatformPage {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** One platform. */
    public record PlatformView(String platform) {}
}
