package io.cliprelay.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.youtube.wire.ChannelList;
import io.cliprelay.youtube.wire.PlaylistItemList;
import io.cliprelay.youtube.wire.VideoList;
import io.cliprelay.youtube.wire.VideoResource;

/** Looks for an upload among the channel's own videos: three units of quota a page, and no effect. */
@ApplicationScoped
class ChannelUploads {

    private static final int PAGE = 50;
    /** Between our clock and YouTube's. */
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(10);

    private final YouTubeApi api;
    private final InstantSource clock;

    ChannelUploads(@RestClient YouTubeApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** The video that carries the marker, among those that are not older than {@code since}. */
    Uni<Optional<String>> find(UploadMarker marker, AccessToken token, Instant since) {
        return Calls.answeredSoon(api.channels(token.bearer(), "contentDetails", true))
                .map(answer -> YouTubeAnswers.read(answer, ChannelList.class, clock.instant()))
                .map(channels -> channels.uploads().orElseThrow(ChannelUploads::noChannel))
                .chain(playlist -> new Search(marker, token, playlist, since).from(null));
    }

    private static UploadException noChannel() {
        return UploadException.refused(new UploadFailure.Auth(new UploadFailure.Reason(
                "youtube.no-channel",
                "The account has no channel on YouTube",
                "Create a channel for the account, or connect another.")));
    }

    private final class Search {

        private final UploadMarker marker;
        private final AccessToken token;
        private final String playlist;
        private final Instant since;

        Search(UploadMarker marker, AccessToken token, String playlist, Instant since) {
            this.marker = marker;
            this.token = token;
            this.playlist = playlist;
            this.since = since;
        }

        /** Page by page, as far back as the post could be. */
        Uni<Optional<String>> from(String pageToken) {
            return Calls.answeredSoon(
                            api.playlistItems(token.bearer(), "snippet,contentDetails", playlist, PAGE, pageToken))
                    .map(answer -> YouTubeAnswers.read(answer, PlaylistItemList.class, clock.instant()))
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
                    : Calls.answeredSoon(api.videos(token.bearer(), "snippet", page.videoIds()))
                            .map(answer -> YouTubeAnswers.read(answer, VideoList.class, clock.instant()))
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
