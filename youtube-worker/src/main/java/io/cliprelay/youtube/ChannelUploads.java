package io.cliprelay.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;
import io.cliprelay.youtube.wire.ChannelList;
import io.cliprelay.youtube.wire.PlaylistItemList;
import io.cliprelay.youtube.wire.VideoList;
import io.cliprelay.youtube.wire.VideoResource;

/** Looks for an upload among the channel's own videos: a unit of quota, two a page, and no effect. */
@ApplicationScoped
class ChannelUploads {

    private static final int PAGE = 50;
    /** Between our clock and YouTube's. */
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(10);

    private final YouTubeApi api;
    private final Budgets budgets;
    private final InstantSource clock;

    ChannelUploads(@RestClient YouTubeApi api, Budgets budgets, InstantSource clock) {
        this.api = api;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** The video that carries the upload's marker, among those that are not older than {@code since}. */
    Uni<Optional<String>> find(UploadRequest request, Instant since) {
        return list(
                        request,
                        ChannelList.class,
                        () -> api.channels(request.token().bearer(), "contentDetails", true))
                .map(channels -> channels.uploads().orElseThrow(ChannelUploads::noChannel))
                .chain(playlist -> new Search(request, playlist, since).from(null));
    }

    private <T> Uni<T> list(UploadRequest request, Class<T> type, Supplier<Uni<RestResponse<String>>> call) {
        return budgets.charged(request.account().id(), YouTubeLimits.LIST, () -> Calls.answeredSoon(call.get())
                .map(answer -> YouTubeAnswers.read(answer, type, clock.instant())));
    }

    private static UploadException noChannel() {
        return UploadException.refused(new UploadFailure.Auth(new UploadFailure.Reason(
                "youtube.no-channel",
                "The account has no channel on YouTube",
                "Create a channel for the account, or connect another.")));
    }

    private final class Search {

        private final UploadRequest request;
        private final UploadMarker marker;
        private final String playlist;
        private final Instant since;

        Search(UploadRequest request, String playlist, Instant since) {
            this.request = request;
            this.marker = UploadMarker.of(request.upload().uploadId());
            this.playlist = playlist;
            this.since = since;
        }

        /** Page by page, as far back as the post could be. */
        Uni<Optional<String>> from(String pageToken) {
            return list(
                            request,
                            PlaylistItemList.class,
                            () -> api.playlistItems(
                                    request.token().bearer(), "snippet,contentDetails", playlist, PAGE, pageToken))
                    .chain(page -> on(page).chain(found ->
                            found.isPresent() ? Uni.createFrom().item(found) : onNext(page)));
        }

        private Uni<Optional<String>> onNext(PlaylistItemList page) {
            return page.nextPage(since.minus(CLOCKS_MAY_DIFFER)).map(this::from).orElseGet(() -> Uni.createFrom()
                    .item(Optional.empty()));
        }

        private Uni<Optional<String>> on(PlaylistItemList page) {
            return page.items().isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : list(
                                    request,
                                    VideoList.class,
                                    () -> api.videos(request.token().bearer(), "snippet", page.videoIds()))
                            .map(this::marked);
        }

        private Optional<String> marked(VideoList videos) {
            return videos.items().stream()
                    .filter(marker::isOn)
                    .map(VideoResource::id)
                    .findFirst();
        }
    }
}
