package io.cliprelay.sandbox.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.NonBlocking;

import io.cliprelay.sandbox.http.JsonBody;

/** {@code /sandbox/settings/PLATFORM}, and without a platform YouTube's. What is not named is left as it is. */
@Path("/sandbox/settings")
@NonBlocking
public class SettingsResource {

    private static final String FIRST_PLATFORM = "youtube";

    private final Map<String, PlatformSettings<?>> byPlatform = new TreeMap<>();
    private final RecordChanges changes;
    private final JsonBody json;

    SettingsResource(@All List<PlatformSettings<?>> platforms, RecordChanges changes, JsonBody json) {
        platforms.forEach(settings -> byPlatform.put(settings.platform(), settings));
        this.changes = changes;
        this.json = json;
    }

    @GET
    public Record settings() {
        return of(FIRST_PLATFORM).current();
    }

    @POST
    public Record change(String wish) {
        return changed(of(FIRST_PLATFORM), wish);
    }

    @PATCH
    public Record patch(String wish) {
        return change(wish);
    }

    @GET
    @Path("{platform}")
    public Record settings(String platform) {
        return of(platform).current();
    }

    @POST
    @Path("{platform}")
    public Record change(String platform, String wish) {
        return changed(of(platform), wish);
    }

    @PATCH
    @Path("{platform}")
    public Record patch(String platform, String wish) {
        return change(platform, wish);
    }

    @PUT
    @Path("{platform}")
    public Record put(String platform, String wish) {
        return change(platform, wish);
    }

    private <S extends Record> S changed(PlatformSettings<S> settings, String wish) {
        S next = changes.apply(settings.current(), json.tree(wish));
        settings.replaceBy(next);
        return next;
    }

    private PlatformSettings<?> of(String platform) {
        PlatformSettings<?> settings = byPlatform.get(platform);
        if (settings == null) {
            throw new NotFoundException("No settings of " + platform + ": one of " + byPlatform.keySet());
        }
        return settings;
    }
}
