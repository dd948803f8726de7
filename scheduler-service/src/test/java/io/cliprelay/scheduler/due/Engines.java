package io.cliprelay.scheduler.due;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

/** Further replicas' engines, beside the one of the service under test and on the same database. */
@ApplicationScoped
public class Engines {

    private final Pool pool;
    private final Vertx vertx;
    private final DueConfig config;
    private final MeterRegistry meters;
    private final Map<String, Object> kafka;

    Engines(
            Pool pool,
            Vertx vertx,
            DueConfig config,
            MeterRegistry meters,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.pool = pool;
        this.vertx = vertx;
        this.config = config;
        this.meters = meters;
        this.kafka = kafka;
    }

    /** A replica's engine that is at work until it is closed. */
    record Replica(DueEngine engine, CommandSender sender) implements AutoCloseable {

        @Override
        public void close() {
            try {
                engine.stop(new ShutdownEvent());
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            sender.close();
        }
    }

    Replica start() {
        ClaimStore claims = new ClaimStore(pool, config);
        CommandSender sender = new CommandSender(kafka, config);
        Flights flights = new Flights(sender, claims, config);
        DueEngine engine = new DueEngine(
                new Agenda(claims, flights, config),
                flights,
                claims,
                sender,
                new DueNews(pool, vertx),
                new Pulse(claims, config, vertx),
                config,
                new DueMetrics(meters),
                vertx);
        engine.start(new StartupEvent());
        return new Replica(engine, sender);
    }
}
