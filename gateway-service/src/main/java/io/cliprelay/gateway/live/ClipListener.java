package io.cliprelay.gateway.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.subscription.MultiEmitter;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadStatus;
import io.cliprelay.gateway.status.UploadView;

/**
 * One who listens for a clip. It hears events from the moment it is added, but tells of them only once it knows what
 * is stored, so nothing falls between the two; and what is stored and what is heard go through the same rule, so no
 * upload is ever told to step back. Thread-safe.
 */
final class ClipListener {

    private final MultiEmitter<? super Moment> emitter;
    private final Map<UUID, Upload> told = new LinkedHashMap<>();
    private final List<UploadEvent> early = new ArrayList<>();

    ClipListener(MultiEmitter<? super Moment> emitter) {
        this.emitter = emitter;
    }

    /** What is stored now; the first time, all of it is told, later only what is new, after a sign of life. */
    synchronized void onStored(List<Upload> stored) {
        alive();
        stored.forEach(this::catchUp);
        early.forEach(this::advance);
        early.clear();
        completeAtTheEnd();
    }

    synchronized void on(UploadEvent event) {
        if (told.isEmpty()) {
            early.add(event);
            return;
        }
        advance(event);
        completeAtTheEnd();
    }

    /** Progress is worth nothing once the next one is there: a listener that is slow misses it. */
    synchronized void on(UploadProgress progress) {
        if (told.containsKey(progress.upload().uploadId()) && emitter.requested() > 0) {
            emitter.emit(new Moment.Progressed(progress));
        }
    }

    private void alive() {
        if (emitter.requested() > 0) {
            emitter.emit(new Moment.Alive());
        }
    }

    private void catchUp(Upload stored) {
        Upload known = told.get(stored.id());
        if (known == null || known.status().precedes(stored.status())) {
            tell(stored);
        }
    }

    private void advance(UploadEvent event) {
        Upload known = told.get(event.upload().uploadId());
        if (known != null) {
            Optional<UploadStatus> next = known.status().after(event);
            next.map(known::at).ifPresent(this::tell);
        }
    }

    private void tell(Upload upload) {
        told.put(upload.id(), upload);
        emitter.emit(new Moment.Changed(UploadView.of(upload)));
    }

    private void completeAtTheEnd() {
        if (told.values().stream().allMatch(upload -> upload.status().state().terminal())) {
            emitter.complete();
        }
    }
}
