package io.cliprelay.gateway.live;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import io.cliprelay.gateway.clip.Clips;
import io.cliprelay.gateway.status.Upload;

/** A clip's uploads as they are, then as they move, until nothing moves any more. */
@ApplicationScoped
class ClipStream {

    private final Clips clips;
    private final LiveEvents live;
    private final LiveConfig config;

    ClipStream(Clips clips, LiveEvents live, LiveConfig config) {
        this.clips = clips;
        this.live = live;
        this.config = config;
    }

    /** The tenant must have that clip. To be called on a Vert.x context. */
    Multi<Moment> of(String tenant, UUID clipId) {
        Context context = Vertx.currentContext();
        Supplier<Uni<List<Upload>>> stored = () ->
                clips.uploads(tenant, clipId).runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()));
        return Moments.of(emitter -> follow(clipId, stored, emitter));
    }

    private void follow(UUID clipId, Supplier<Uni<List<Upload>>> stored, MultiEmitter<? super Moment> emitter) {
        ClipListener listener = new ClipListener(emitter);
        // Listen first, look second: what happens in between is heard.
        live.add(clipId, listener);
        Cancellable looking = looks(stored).subscribe().with(listener::onStored, emitter::fail);
        emitter.onTermination(() -> {
            live.remove(clipId, listener);
            looking.cancel();
        });
    }

    /** What is stored: at once, then again and again. */
    private Multi<List<Upload>> looks(Supplier<Uni<List<Upload>>> stored) {
        return Multi.createFrom()
                .ticks()
                .every(config.refreshInterval())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> stored.get());
    }
}
