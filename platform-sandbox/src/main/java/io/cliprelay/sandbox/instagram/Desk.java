package io.cliprelay.sandbox.instagram;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.NonBlocking;

import io.cliprelay.sandbox.admin.Forgetful;
import io.cliprelay.sandbox.http.JsonBody;
import io.cliprelay.sandbox.settings.RecordChanges;

/** {@code /sandbox/instagram}: how the emulated Instagram behaves, and its containers, which nobody else can see. */
@Path("/sandbox/instagram")
@NonBlocking
public class Desk implements Forgetful {

    private final SettingsInForce settings;
    private final Containers containers;
    private final Tokens tokens;
    private final JsonBody json;
    private final RecordChanges changes;

    Desk(SettingsInForce settings, Containers containers, Tokens tokens, JsonBody json, RecordChanges changes) {
        this.settings = settings;
        this.containers = containers;
        this.tokens = tokens;
        this.json = json;
        this.changes = changes;
    }

    /** A container at this moment. */
    public record ContainerState(String id, String account, String caption, String status, long bytes) {}

    /** An account that shall be there. */
    public record Opened(String name, String id, Login login, String accessToken) {}

    @GET
    @Path("settings")
    public InstagramSettings settings() {
        return settings.current();
    }

    /** Changes the settings that are named, leaves the others. */
    @POST
    @Path("settings")
    public InstagramSettings change(String wish) {
        settings.replaceBy(changes.apply(settings.current(), json.tree(wish)));
        return settings.current();
    }

    /** All containers, oldest first. */
    @GET
    @Path("containers")
    public List<ContainerState> containers() {
        return containers.all().stream()
                .map(container -> new ContainerState(
                        container.id(),
                        container.account().name(),
                        container.order().caption(),
                        container.status(settings.now()).name(),
                        container.stored()))
                .toList();
    }

    /** Opens an account; its token counts as two days old. */
    @POST
    @Path("accounts")
    public Account open(String wish) {
        Opened opened = json.as(wish, Opened.class);
        Account account = new Account(opened.name(), opened.id(), opened.login());
        tokens.seed(opened.accessToken(), account);
        return account;
    }

    @Override
    public void forgetEverything() {
        settings.replaceBy(InstagramSettings.asDocumented());
        containers.forget();
        tokens.reset();
    }
}
