package io.cliprelay.sandbox.linkedin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.fault.EmulatedPlatform;
import io.cliprelay.sandbox.fault.Trait;
import io.cliprelay.sandbox.http.Answer;

/** LinkedIn as the fault rules see it. */
@Singleton
class LinkedIn implements EmulatedPlatform {

    static final String ID = "linkedin";

    /** What all its addresses here begin with. */
    static final String PATH = "/linkedin";

    static final String TOKEN = "token";
    static final String INTROSPECT = "introspect";
    static final String USER_INFO = "user-info";
    static final String INITIALIZE = "initialize-upload";
    static final String UPLOAD_PART = "upload-part";
    static final String UPLOAD_THUMBNAIL = "upload-thumbnail";
    static final String FINALIZE = "finalize-upload";
    static final String GET_VIDEO = "get-video";
    static final String CREATE_POST = "create-post";
    static final String FIND_POSTS = "find-posts";
    static final String GET_POST = "get-post";
    static final String SHARE_STATISTICS = "share-statistics";
    static final String VIDEO_ANALYTICS = "video-analytics";
    static final String MEMBER_ANALYTICS = "member-analytics";

    private static final Map<String, Set<Trait>> OPERATIONS = Map.ofEntries(
            Map.entry(TOKEN, Set.of()),
            Map.entry(INTROSPECT, Set.of()),
            Map.entry(USER_INFO, Set.of(Trait.BEARER)),
            Map.entry(INITIALIZE, Set.of(Trait.BEARER)),
            Map.entry(UPLOAD_PART, Set.of(Trait.MEDIA, Trait.SESSION, Trait.CREATES_POST)),
            Map.entry(UPLOAD_THUMBNAIL, Set.of(Trait.MEDIA)),
            Map.entry(FINALIZE, Set.of(Trait.BEARER, Trait.CREATES_POST)),
            Map.entry(GET_VIDEO, Set.of(Trait.BEARER)),
            Map.entry(CREATE_POST, Set.of(Trait.BEARER)),
            Map.entry(FIND_POSTS, Set.of(Trait.BEARER)),
            Map.entry(GET_POST, Set.of(Trait.BEARER)),
            Map.entry(SHARE_STATISTICS, Set.of(Trait.BEARER)),
            Map.entry(VIDEO_ANALYTICS, Set.of(Trait.BEARER)),
            Map.entry(MEMBER_ANALYTICS, Set.of(Trait.BEARER)));

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
        return ErrorTable.row(reason).map(RestError::answer);
    }

    @Override
    public Set<String> refusals() {
        return ErrorTable.codes();
    }

    @Override
    public Set<String> failureReasons() {
        return Set.of(Video.FAILED_TO_PROCESS, Video.PARTS_DO_NOT_FIT);
    }

    /** A video that was processed is not rejected later. */
    @Override
    public Set<String> rejectionReasons() {
        return Set.of();
    }
}
