package io.cliprelay.sandbox.instagram;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.fault.EmulatedPlatform;
import io.cliprelay.sandbox.fault.Trait;
import io.cliprelay.sandbox.http.Answer;

/** Instagram as the fault rules see it. */
@Singleton
class Instagram implements EmulatedPlatform {

    static final String ID = "instagram";
    static final String TOKEN = "token";
    static final String CREATE = "container-create";
    static final String UPLOAD = "upload-bytes";
    static final String CONTAINER = "container-status";
    static final String PUBLISH = "publish";
    static final String MEDIA = "media-read";
    static final String MEDIA_LIST = "media-list";
    static final String LIMIT = "publishing-limit";
    static final String INSIGHTS = "insights";
    static final String COMMENT = "comment";

    private static final Map<String, Set<Trait>> OPERATIONS = Map.of(
            TOKEN, Set.of(),
            CREATE, Set.of(Trait.BEARER, Trait.CREATES_POST),
            UPLOAD, Set.of(Trait.BEARER, Trait.CREATES_POST, Trait.MEDIA, Trait.SESSION),
            CONTAINER, Set.of(Trait.BEARER, Trait.SESSION),
            PUBLISH, Set.of(Trait.BEARER),
            MEDIA, Set.of(Trait.BEARER),
            MEDIA_LIST, Set.of(Trait.BEARER),
            LIMIT, Set.of(Trait.BEARER),
            INSIGHTS, Set.of(Trait.BEARER),
            COMMENT, Set.of(Trait.BEARER));

    /** Subcodes that a failed container was seen with. */
    private static final Set<String> FAILURES =
            Set.of("2207003", "2207026", "2207052", "2207053", "2207076", "2207077", "2207082", "2207085");

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
        return GraphErrors.row(reason).map(GraphError::answer);
    }

    @Override
    public Set<String> refusals() {
        return GraphErrors.names();
    }

    @Override
    public Set<String> failureReasons() {
        return FAILURES;
    }

    /** A Reel is public or is not: what is refused, is refused in processing. */
    @Override
    public Set<String> rejectionReasons() {
        return FAILURES;
    }
}
