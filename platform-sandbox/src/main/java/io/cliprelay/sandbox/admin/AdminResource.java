package io.cliprelay.sandbox.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.NonBlocking;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.sandbox.http.JsonBody;
import io.cliprelay.sandbox.oauth.Channel;
import io.cliprelay.sandbox.oauth.ChannelDesk;
import io.cliprelay.sandbox.traffic.Call;
import io.cliprelay.sandbox.traffic.Journal;
import io.cliprelay.sandbox.traffic.Tally;
import io.cliprelay.sandbox.youtube.Quota;
import io.cliprelay.sandbox.youtube.UploadSessions;

/** {@code /sandbox}: counters, traffic, channels, reset. */
@Path("/sandbox")
@NonBlocking
public class AdminResource {

    private final Platforms platforms;
    private final Journal journal;
    private final UploadSessions sessions;
    private final Quota quota;
    private final ChannelDesk channels;
    private final Reset reset;
    private final JsonBody json;

    AdminResource(
            Platforms platforms,
            Journal journal,
            UploadSessions sessions,
            Quota quota,
            ChannelDesk channels,
            Reset reset,
            JsonBody json) {
        this.json = json;
        this.platforms = platforms;
        this.journal = journal;
        this.sessions = sessions;
        this.quota = quota;
        this.channels = channels;
        this.reset = reset;
    }

    /** Sums by platform, what is used of the day's quota, and the last upload sessions. */
    public record Stats(Map<String, Tally.Sums> platforms, Quota.Used quota, List<Object> uploads) {}

    @GET
    @Path("stats")
    public Stats stats(@RestQuery @DefaultValue("1000") int uploads) {
        return new Stats(platforms.sums(), quota.used(), sessions.last(uploads));
    }

    @GET
    @Path("requests")
    public List<Call.Snapshot> requests(
            @RestQuery @DefaultValue("1000") int last,
            @RestQuery Optional<String> platform,
            @RestQuery Optional<String> operation,
            @RestQuery Optional<String> account) {
        return journal.last(
                last,
                call -> is(platform, call.platform())
                        && is(operation, call.operation())
                        && is(account, call.account()));
    }

    private static boolean is(Optional<String> wanted, String value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }

    @GET
    @Path("channels")
    public List<Channel> channels() {
        return channels.all();
    }

    /** Makes a channel and a refresh token for it. */
    @POST
    @Path("channels")
    public RestResponse<ChannelDesk.Opened> open(String wish) {
        return RestResponse.status(RestResponse.Status.CREATED, channels.open(json.as(wish, ChannelDesk.Wish.class)));
    }

    /** As after a start with no state: no posts, sessions, faults, counters, calls; settings and tokens as configured. */
    @POST
    @Path("reset")
    public void reset() {
        reset.everything();
    }
}
