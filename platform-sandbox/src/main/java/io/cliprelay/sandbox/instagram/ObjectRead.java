package io.cliprelay.sandbox.instagram;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.gallery.Post;

/** {@code GET /{id}}: a container, a media, or the account itself. */
@Singleton
class ObjectRead implements GraphCall {

    private final Accounts accounts;
    private final Containers containers;
    private final Reels reels;
    private final Audience audience;
    private final SettingsInForce settings;

    ObjectRead(Accounts accounts, Containers containers, Reels reels, Audience audience, SettingsInForce settings) {
        this.accounts = accounts;
        this.containers = containers;
        this.reels = reels;
        this.audience = audience;
        this.settings = settings;
    }

    @Override
    public String operation(GraphRequest request) {
        return containers.find(request.node()).isPresent() ? Instagram.CONTAINER : Instagram.MEDIA;
    }

    @Override
    public Optional<String> title(GraphRequest request) {
        return containers
                .find(request.node())
                .map(container -> container.order().caption());
    }

    @Override
    public JsonNode serve(GraphRequest request) {
        Account caller = accounts.caller(request);
        Optional<Container> container =
                containers.find(request.node()).filter(known -> known.account().equals(caller));
        if (container.isPresent()) {
            return ContainerView.of(container.get(), request.fields("id"), settings.now(), settings.current());
        }
        return request.node().equals("me") || request.node().equals(caller.id())
                ? account(caller)
                : media(request, caller);
    }

    private JsonNode media(GraphRequest request, Account caller) {
        Post post = reels.find(caller, request.node())
                .filter(found -> !settings.current().permalinkFails())
                .orElseThrow(() -> GraphRefusal.of("100/33"));
        return MediaView.of(post, request.fields("id"), audience.of(post));
    }

    private static JsonNode account(Account account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("user_id", account.id())
                .put("id", account.id())
                .put("username", account.name())
                .put("account_type", "BUSINESS");
    }
}
