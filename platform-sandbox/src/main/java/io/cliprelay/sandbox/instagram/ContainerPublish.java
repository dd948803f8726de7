package io.cliprelay.sandbox.instagram;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code POST /{IG}/media_publish}: makes a Reel of a container that is ready. */
@Singleton
class ContainerPublish implements GraphCall {

    private final Accounts accounts;
    private final Containers containers;
    private final Reels reels;
    private final SettingsInForce settings;

    ContainerPublish(Accounts accounts, Containers containers, Reels reels, SettingsInForce settings) {
        this.accounts = accounts;
        this.containers = containers;
        this.reels = reels;
        this.settings = settings;
    }

    @Override
    public String operation(GraphRequest request) {
        return Instagram.PUBLISH;
    }

    @Override
    public Optional<String> title(GraphRequest request) {
        return request.parameter("creation_id")
                .flatMap(containers::find)
                .map(container -> container.order().caption());
    }

    @Override
    public JsonNode serve(GraphRequest request) {
        Account account = accounts.named(request);
        Container container = containers
                .find(request.require("creation_id"))
                .filter(known -> known.account().equals(account))
                .orElseThrow(() -> GraphRefusal.of("24/2207008"));
        String media = publish(request, container);
        if (settings.current().restrictsThoughLive()) {
            throw GraphRefusal.of("4/2207051");
        }
        return JsonNodeFactory.instance.objectNode().put("id", media);
    }

    /** One request at a time may publish a container. */
    private String publish(GraphRequest request, Container container) {
        synchronized (container) {
            return switch (container.status(settings.now())) {
                case IN_PROGRESS, ERROR -> throw GraphRefusal.of("9007/2207027");
                case EXPIRED -> throw GraphRefusal.of("-2/2207020");
                case FINISHED -> reels.publish(container, request.base());
                case PUBLISHED -> again(container, request.base());
            };
        }
    }

    private String again(Container container, String base) {
        return switch (settings.current().secondPublish()) {
            case REFUSED -> throw GraphRefusal.of("24/2207008");
            case SAME_POST -> container.mediaId().orElseThrow();
            case NEW_POST -> reels.publish(container, base);
        };
    }
}
