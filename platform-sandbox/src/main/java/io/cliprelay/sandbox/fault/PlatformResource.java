package io.cliprelay.sandbox.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.NonBlocking;

/** {@code /sandbox/platforms}: what is emulated, and what can go wrong there. */
@Path("/sandbox/platforms")
@NonBlocking
public class PlatformResource {

    private final List<EmulatedPlatform> emulated;

    PlatformResource(@All List<EmulatedPlatform> emulated) {
        this.emulated = emulated;
    }

    /** The words of one platform for fault rules: its operations with their traits, and its reasons. */
    public record Vocabulary(
            Map<String, Set<Trait>> operations, Set<String> failureReasons, Set<String> rejectionReasons) {}

    /** By the platforms' ids. */
    @GET
    public Map<String, Vocabulary> all() {
        Map<String, Vocabulary> platforms = new TreeMap<>();
        emulated.forEach(platform -> platforms.put(platform.id(), vocabulary(platform)));
        return platforms;
    }

    private static Vocabulary vocabulary(EmulatedPlatform platform) {
        return new Vocabulary(platform.operations(), platform.failureReasons(), platform.rejectionReasons());
    }
}
