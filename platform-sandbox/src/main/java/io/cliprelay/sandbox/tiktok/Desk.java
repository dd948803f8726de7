package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.NonBlocking;

import io.cliprelay.sandbox.admin.Forgetful;
import io.cliprelay.sandbox.http.BadRequest;
import io.cliprelay.sandbox.http.JsonBody;
import io.cliprelay.sandbox.settings.RecordChanges;

/** {@code /sandbox/tiktok}: how the emulated TikTok behaves, its creators, and what users do in the app. */
@Path("/sandbox/tiktok")
@NonBlocking
public class Desk implements Forgetful {

    private final SettingsInForce settings;
    private final Creators creators;
    private final Publications publications;
    private final Traffic traffic;
    private final Tokens tokens;
    private final RecordChanges changes;
    private final JsonBody json;
    private final Clock clock;

    Desk(
            SettingsInForce settings,
            Creators creators,
            Publications publications,
            Traffic traffic,
            Tokens tokens,
            RecordChanges changes,
            JsonBody json,
            Clock clock) {
        this.settings = settings;
        this.creators = creators;
        this.publications = publications;
        this.traffic = traffic;
        this.tokens = tokens;
        this.changes = changes;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Path("settings")
    public TikTokSettings settings() {
        return settings.current();
    }

    /** Changes the settings that are named, leaves the others. */
    @POST
    @Path("settings")
    public TikTokSettings change(String wish) {
        settings.replaceBy(changes.apply(settings.current(), json.tree(wish)));
        return settings.current();
    }

    @GET
    @Path("creators")
    public List<Creator> creators() {
        return creators.all();
    }

    /** Changes what is named of a creator; one that is new has a public account and {@code sandbox-refresh-NAME}. */
    @POST
    @Path("creators/{name}")
    public Creator change(String name, String wish) {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new BadRequest("/name", "is no plain name", "give 1 to 64 letters, digits, hyphens, underscores");
        }
        Creator creator = changes.apply(creators.find(name).orElseGet(() -> creators.open(name)), json.tree(wish));
        creators.put(creator);
        return creator;
    }

    /** All publications, oldest first. */
    @GET
    @Path("publications")
    public List<Publication.Snapshot> publications() {
        return publications.all().stream()
                .map(publication -> publication.snapshot(clock.instant()))
                .toList();
    }

    /** The user posts a draft from the inbox. */
    @POST
    @Path("publications/{publishId}/post")
    public Publication.Snapshot post(String publishId) {
        Publication draft = publications
                .find(publishId)
                .filter(known -> known.progress(clock.instant()).status().equals(Publication.Progress.IN_INBOX))
                .orElseThrow(() -> new BadRequest("", "is no draft in an inbox", "upload a draft first"));
        draft.draftPosted(Long.toString(tokens.randomId()));
        return draft.snapshot(clock.instant());
    }

    @Override
    public void forgetEverything() {
        settings.replaceBy(TikTokSettings.asDocumented());
        publications.forget();
        traffic.forget();
        creators.reset();
    }
}
