package io.cliprelay.sandbox.tiktok;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.fault.EmulatedPlatform;
import io.cliprelay.sandbox.fault.Trait;
import io.cliprelay.sandbox.http.Answer;

/** TikTok as the fault rules see it. */
@Singleton
class TikTok implements EmulatedPlatform {

    static final String ID = "tiktok";

    /** What all its addresses here begin with. */
    static final String PATH = "/tiktok";

    static final String TOKEN = "token";
    static final String CREATOR_INFO = "creator-info";
    static final String INIT = "init";
    static final String INBOX_INIT = "inbox-init";
    static final String UPLOAD_CHUNK = "upload-chunk";
    static final String STATUS = "status";
    static final String CANCEL = "cancel";
    static final String VIDEO_QUERY = "video-query";
    static final String VIDEO_LIST = "video-list";
    static final String USER_INFO = "user-info";

    private static final Map<String, Set<Trait>> OPERATIONS = Map.of(
            TOKEN, Set.of(),
            CREATOR_INFO, Set.of(Trait.BEARER),
            INIT, Set.of(Trait.BEARER, Trait.CREATES_POST),
            INBOX_INIT, Set.of(Trait.BEARER, Trait.CREATES_POST),
            UPLOAD_CHUNK, Set.of(Trait.CREATES_POST, Trait.MEDIA, Trait.SESSION),
            STATUS, Set.of(Trait.BEARER),
            CANCEL, Set.of(Trait.BEARER),
            VIDEO_QUERY, Set.of(Trait.BEARER),
            VIDEO_LIST, Set.of(Trait.BEARER),
            USER_INFO, Set.of(Trait.BEARER));

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
        return ErrorTable.codes();
    }

    @Override
    public Set<String> failureReasons() {
        return FailReasons.OF_PROCESSING;
    }

    @Override
    public Set<String> rejectionReasons() {
        return FailReasons.OF_MODERATION;
    }
}
