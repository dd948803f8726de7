package io.cliprelay.gateway.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a gateway that anyone on the network could use by oversight. */
@ApplicationScoped
public class OpenDoor {

    void check(
            @Observes StartupEvent starting,
            Door door,
            AccessConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        if (left(door.closed(), config.open(), host)) {
            throw new IllegalStateException(
                    "The gateway would listen on %s without asking anyone for a key. Configure a key (cliprelay.access.keys.<name>.sha256 and .tenant), or require one of those in the database (cliprelay.access.required=true), or listen on 127.0.0.1 (CLIPRELAY_HTTP_HOST), or say that this is wanted (cliprelay.access.open=true)."
                            .formatted(host));
        }
    }

    /** Whether the door is open to other machines, and nobody said that it should be. */
    static boolean left(boolean closed, boolean wanted, String host) {
        return !closed && !wanted && !loopback(host);
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
