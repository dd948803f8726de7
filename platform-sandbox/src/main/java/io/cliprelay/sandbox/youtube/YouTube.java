package io.cliprelay.sandbox.youtube;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.fault.EmulatedPlatform;
import io.cliprelay.sandbox.fault.Trait;
import io.cliprelay.sandbox.http.Answer;

/** YouTube as the fault rules see it. */
@Singleton
class YouTube implements EmulatedPlatform {

    static final String ID = "youtube";
    static final String SESSION_START = "session-start";
    static final String UPLOAD_CHUNK = "upload-chunk";
    static final String UPLOAD_QUERY = "upload-query";
    static final String THUMBNAIL = "thumbnail";
    static final String VIDEOS_LIST = "videos-list";
    static final String CHANNELS_LIST = "channels-list";
    static final String PLAYLIST_ITEMS = "playlist-items";

    private static final Map<String, Set<Trait>> OPERATIONS = Map.of(
            "token",
            Set.of(),
            SESSION_START,
            Set.of(Trait.BEARER, Trait.CREATES_POST),
            UPLOAD_CHUNK,
            Set.of(Trait.BEARER, Trait.CREATES_POST, Trait.MEDIA, Trait.SESSION),
            UPLOAD_QUERY,
            Set.of(Trait.BEARER, Trait.SESSION),
            THUMBNAIL,
            Set.of(Trait.BEARER),
            VIDEOS_LIST,
            Set.of(Trait.BEARER),
            CHANNELS_LIST,
            Set.of(Trait.BEARER),
            PLAYLIST_ITEMS,
            Set.of(Trait.BEARER));

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Map<String, Set<Trait>> operations() {
        return OPERATIONS;
    }

    @Override
    public Optional<Answer> refusal(String reason) {
        return ErrorTable.row(reason).map(ApiError::answer);
    }

    @Override
    public Set<String> refusals() {
        return ErrorTable.names();
    }

    @Override
    public Set<String> failureReasons() {
        return Set.of("codec", "conversion", "emptyFile", "invalidFile", "tooSmall", "uploadAborted");
    }

    @Override
    public Set<String> rejectionReasons() {
        return Set.of(
                "claim",
                "copyright",
                "duplicate",
                "inappropriate",
                "legal",
                "length",
                "termsOfUse",
                "trademark",
                "uploaderAccountClosed",
                "uploaderAccountSuspended");
    }
}
