package io.cliprelay.worker.media;

import java.util.Optional;
import java.util.Set;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import software.amazon.awssdk.services.s3.S3AsyncClient;

import io.cliprelay.contracts.clip.MediaReference;

/** Opens objects in allowed buckets. The client is made for the first of them; a worker without has none. */
@ApplicationScoped
public class S3MediaSource {

    private final Vertx vertx;
    private final S3Config config;
    private Optional<S3AsyncClient> client = Optional.empty();

    S3MediaSource(Vertx vertx, S3Config config) {
        this.vertx = vertx;
        this.config = config;
    }

    @PreDestroy
    synchronized void close() {
        client.ifPresent(S3AsyncClient::close);
    }

    Uni<Media> open(MediaReference reference) {
        return Uni.createFrom()
                .item(() -> S3Location.of(reference.uri(), config.buckets().orElse(Set.of())))
                // The first client reads files and loads many classes; not on the event loop.
                .chain(location -> vertx.executeBlocking(this::client, false)
                        .map(made -> new S3Objects(vertx, made, location, config.timeout())))
                .chain(objects -> open(objects, reference));
    }

    private static Uni<Media> open(S3Objects objects, MediaReference reference) {
        return objects.describe().map(found -> {
            requireSize(objects.location(), reference, found);
            return new S3Media(objects, found);
        });
    }

    private static void requireSize(S3Location location, MediaReference reference, S3Objects.Description found) {
        if (found.size() == 0) {
            throw MediaFailures.of(
                    "media.empty",
                    "The object %s is empty".formatted(location.uri()),
                    "Submit the clip again with a file that holds the video.");
        }
        long submitted = reference.sizeBytes().orElse(found.size());
        if (submitted != found.size()) {
            throw S3Failures.changed(location.uri(), submitted + " bytes", found.size() + " bytes");
        }
    }

    private synchronized S3AsyncClient client() {
        S3AsyncClient made = client.orElseGet(() -> S3ClientFactory.client(config));
        client = Optional.of(made);
        return made;
    }
}
