package io.cliprelay.sandbox.instagram;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.media.MediaStore;
import io.cliprelay.sandbox.traffic.Tallies;

/** {@code POST /{IG}/media}: opens a container, and fetches the video where an address of it is given. */
@Singleton
class ContainerCreate implements GraphCall {

    private final Accounts accounts;
    private final ReelRules rules;
    private final Containers containers;
    private final MediaFetch fetch;
    private final MediaStore media;
    private final Tokens tokens;
    private final SettingsInForce settings;
    private final Tallies tallies;

    ContainerCreate(
            Accounts accounts,
            ReelRules rules,
            Containers containers,
            MediaFetch fetch,
            MediaStore media,
            Tokens tokens,
            SettingsInForce settings,
            Tallies tallies) {
        this.accounts = accounts;
        this.rules = rules;
        this.containers = containers;
        this.fetch = fetch;
        this.media = media;
        this.tokens = tokens;
        this.settings = settings;
        this.tallies = tallies;
    }

    @Override
    public String operation(GraphRequest request) {
        return Instagram.CREATE;
    }

    @Override
    public Optional<String> title(GraphRequest request) {
        return request.parameter("caption");
    }

    @Override
    public JsonNode serve(GraphRequest request) {
        Account account = accounts.named(request);
        ReelOrder order = rules.read(request);
        if (containers.ofToday(account, settings.now()) >= settings.current().containersPerDay()) {
            throw GraphRefusal.of("9/2207042", "The account has opened too many containers within 24 hours");
        }
        if (order.videoUrl().isPresent() && settings.current().refusesMediaAtOnce()) {
            throw GraphRefusal.of("9004/2207052");
        }
        return answer(request, open(request, account, order));
    }

    private Container open(GraphRequest request, Account account, ReelOrder order) {
        var container = new Container(
                tokens.newId(),
                account,
                order,
                settings.now(),
                settings.current().containerLifetime(),
                media.begin());
        request.fault().ifPresent(fault -> actOut(fault, container));
        containers.add(container);
        tallies.of(Instagram.ID).sessionOpened();
        order.videoUrl().ifPresent(url -> fetch.start(container, url));
        return container;
    }

    static void actOut(FaultAction fault, Container container) {
        if (fault instanceof FaultAction.ProcessingFailure failure) {
            container.failWith(failure.reason());
        } else if (fault instanceof FaultAction.Rejection rejection) {
            container.failWith(rejection.reason());
        }
    }

    private static JsonNode answer(GraphRequest request, Container container) {
        var answer = JsonNodeFactory.instance.objectNode().put("id", container.id());
        if (container.order().videoUrl().isEmpty()) {
            answer.put(
                    "uri",
                    request.base() + request.login().path() + "/ig-api-upload/" + request.version() + "/"
                            + container.id());
        }
        return answer;
    }
}
