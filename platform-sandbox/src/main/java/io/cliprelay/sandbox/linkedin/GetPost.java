package io.cliprelay.sandbox.linkedin;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.http.Answer;

/** {@code GET /rest/posts/URN}: a post of an organisation. Those of members are closed. */
@Singleton
class GetPost implements RestEndpoint {

    private final Posts posts;

    GetPost(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String operation() {
        return LinkedIn.GET_POST;
    }

    @Override
    public Answer serve(RestRequest request) {
        boolean readsAny = request.member().organizations().stream()
                .anyMatch(number -> request.member().mayReadPostsOf("urn:li:organization:" + number));
        if (!readsAny) {
            throw denied();
        }
        if (!request.urn().matches("urn:li:(share|ugcPost):\\d+")) {
            throw RestRefusal.of("INVALID_URN_TYPE");
        }
        Post post = posts.find(request.urn()).orElseThrow(() -> RestRefusal.of("NOT_FOUND"));
        if (!request.member().mayReadPostsOf(post.channelId())) {
            throw denied();
        }
        return Answer.json(200, post.resource());
    }

    private static RestRefusal denied() {
        return RestRefusal.of(
                "ACCESS_DENIED", "Not enough permissions to access: partnerApiPostsExternal.GET.20260901");
    }
}
