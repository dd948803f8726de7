package io.cliprelay.worker.upload;

import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.MDC;

import io.cliprelay.kit.telemetry.TraceContext;
import io.cliprelay.worker.inbox.StoredUpload;

/** Gives each run a Vert.x context of its own that carries the clip's trace and the log's fields. */
@ApplicationScoped
public class UploadContexts {

    private final Vertx vertx;
    private final Tracer tracer;

    UploadContexts(Vertx vertx, Tracer tracer) {
        this.vertx = vertx;
        this.tracer = tracer;
    }

    /** Starts {@code work} on a new context; it calls what it is given when it has ended, which ends the span of this name. */
    public void run(StoredUpload upload, String name, Consumer<Runnable> work) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> {
            io.opentelemetry.context.Context parent = TraceContext.of(upload.traceparent());
            Span span = tracer.spanBuilder(name).setParent(parent).startSpan();
            QuarkusContextStorage.INSTANCE.attach(context, parent.with(span));
            MDC.put("upload", upload.id().toString());
            MDC.put("clip", upload.command().upload().clipId().toString());
            MDC.put("tenant", upload.tenant());
            work.accept(span::end);
        });
    }
}
