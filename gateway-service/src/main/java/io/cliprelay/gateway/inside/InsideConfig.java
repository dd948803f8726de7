package io.cliprelay.gateway.inside;

import java.net.URI;
import java.util.Map;

import io.smallrye.config.ConfigMapping;

/** The services behind the gateway. */
@ConfigMapping(prefix = "cliprelay.inside")
public interface InsideConfig {

    /** Where each is asked, by its name. */
    Map<String, URI> services();
}
