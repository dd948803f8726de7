package io.cliprelay.sandbox.linkedin;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.NonBlocking;

import io.cliprelay.sandbox.admin.Forgetful;
import io.cliprelay.sandbox.http.BadRequest;
import io.cliprelay.sandbox.http.JsonBody;
import io.cliprelay.sandbox.settings.RecordChanges;

/** {@code /sandbox/linkedin}: how the emulated LinkedIn behaves, its members, and what was sent to it. */
@Path("/sandbox/linkedin")
@NonBlocking
public class Desk implements Forgetful {

    private final SettingsInForce settings;
    private final Members members;
    private final Videos videos;
    private final Duplicates duplicates;
    private final DailyCalls calls;
    private final RecordChanges changes;
    private final JsonBody json;

    Desk(
            SettingsInForce settings,
            Members members,
            Videos videos,
            Duplicates duplicates,
            DailyCalls calls,
            RecordChanges changes,
            JsonBody json) {
        this.settings = settings;
        this.members = members;
        this.videos = videos;
        this.duplicates = duplicates;
        this.calls = calls;
        this.changes = changes;
        this.json = json;
    }

    /** What was used of the day's calls, and how many parts came with an access token, which is wrong. */
    public record Traffic(DailyCalls.Used calls, long authorizedParts) {}

    @GET
    @Path("settings")
    public LinkedInSettings settings() {
        return settings.current();
    }

    /** Changes the settings that are named, leaves the others. */
    @POST
    @Path("settings")
    public LinkedInSettings change(String wish) {
        settings.replaceBy(changes.apply(settings.current(), json.tree(wish)));
        return settings.current();
    }

    @GET
    @Path("members")
    public List<Member> members() {
        return members.all();
    }

    /**
     * Changes what is named of a member; one that is new may post for itself, and its access token is {@code
     * sandbox-access-NAME}.
     */
    @POST
    @Path("members/{name}")
    public Member change(String name, String wish) {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new BadRequest("/name", "is no plain name", "give 1 to 64 letters, digits, hyphens, underscores");
        }
        Member member = changes.apply(members.find(name).orElseGet(() -> members.open(name)), json.tree(wish));
        members.put(member);
        return member;
    }

    /** All videos whose upload was begun, oldest first. */
    @GET
    @Path("videos")
    public List<Video.Snapshot> videos() {
        return videos.all().stream().map(Video::snapshot).toList();
    }

    @GET
    @Path("traffic")
    public Traffic traffic() {
        return new Traffic(calls.used(), videos.authorizedParts());
    }

    @Override
    public void forgetEverything() {
        settings.replaceBy(LinkedInSettings.asDocumented());
        videos.forget();
        duplicates.forget();
        calls.forget();
        members.reset();
    }
}
