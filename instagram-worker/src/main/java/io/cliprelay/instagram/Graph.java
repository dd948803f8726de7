package io.cliprelay.instagram;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.MediaPage;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/** Calls of the Graph API for one upload's account: by its login, version and token. */
@ApplicationScoped
class Graph {

    private final GraphApi api;
    private final InstagramConfig config;
    private final InstantSource clock;

    Graph(@RestClient GraphApi api, InstagramConfig config, InstantSource clock) {
        this.api = api;
        this.config = config;
        this.clock = clock;
    }

    /** Reads an object. */
    <T> Uni<T> read(UploadRequest request, String path, String fields, Class<T> type) {
        return Calls.answeredSoon(api.read(url(request, path), request.token().bearer(), fields))
                .map(answer -> GraphAnswer.of(answer, clock.instant()).as(type));
    }

    /** Reads what was counted of a media. */
    <T> Uni<T> insights(UploadRequest request, String media, String metrics, Class<T> type) {
        String url = url(request, media + "/insights");
        return Calls.answeredSoon(api.insights(url, request.token().bearer(), metrics))
                .map(answer -> GraphAnswer.of(answer, clock.instant()).as(type));
    }

    /**
     * Reads a page of the account's media, the newest first.
     *
     * @param since seconds of the epoch
     * @param after where the page begins; empty for the first
     */
    Uni<MediaPage> media(UploadRequest request, String fields, long since, int limit, Optional<String> after) {
        String url = url(request, account(request) + "/media");
        return Calls.answeredSoon(api.list(url, request.token().bearer(), fields, since, limit, after.orElse(null)))
                .map(answer -> GraphAnswer.of(answer, clock.instant()).as(MediaPage.class));
    }

    /** Does something that can be repeated without harm. */
    <T> Uni<T> write(UploadRequest request, String path, Map<String, String> parameters, Class<T> type) {
        return Calls.answeredSoon(api.write(url(request, path), request.token().bearer(), parameters))
                .map(answer -> GraphAnswer.of(answer, clock.instant()).as(type));
    }

    /** Publishes: of some refusals one cannot be sure that they are ones. */
    <T> Uni<T> publish(UploadRequest request, Map<String, String> parameters, Class<T> type) {
        String url = url(request, account(request) + "/media_publish");
        return Calls.answeredSoon(api.write(url, request.token().bearer(), parameters))
                .map(answer -> GraphAnswer.of(answer, clock.instant()).asPublished(type));
    }

    /** The account's number. Accounts without one are refused at start. */
    static String account(UploadRequest request) {
        return request.account()
                .externalId()
                .orElseThrow(() -> UploadException.refused(new UploadFailure.InvalidInput(new UploadFailure.Reason(
                        "instagram.no-account-id",
                        "It is not known what Instagram calls account "
                                + request.account().name(),
                        "Set external-id of the account."))));
    }

    private String url(UploadRequest request, String path) {
        return host(Login.of(request.account())) + "/" + config.apiVersion() + "/" + path;
    }

    private String host(Login login) {
        return switch (login) {
            case FACEBOOK -> config.facebookUrl().toString();
            case INSTAGRAM -> config.instagramUrl().toString();
        };
    }
}
