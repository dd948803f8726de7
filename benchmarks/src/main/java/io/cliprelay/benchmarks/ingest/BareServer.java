package io.cliprelay.benchmarks.ingest;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import io.cliprelay.localstack.EmbeddedDatabase;

/**
 * The least that a server does which takes a clip durably: parses the body, writes the rows that the gateway writes, without
 * looking at anything, in one transaction, and answers. Arguments: the database's port; it prints its own.
 */
public final class BareServer extends AbstractVerticle {

    /** As many as the gateway has. */
    private static final int DATABASE_CONNECTIONS = 12;

    /** Statements that are under way at once on a connection. */
    private static final int PIPELINE = 16;

    private static final int EVENT_LOOPS = 2;

    private static final String CLIP =
            "insert into bare.clip (id, tenant, title, created_at, submission) values ($1, $2, $3, $4, $5)";
    private static final String UPLOAD = """
            insert into bare.upload
                (id, clip_id, tenant, position, platform, account_id, account_name, state, attempt, due_at)
            values ($1, $2, $3, 0, 'youtube', $4, 'demo', 'SCHEDULED', 0, $5)
            """;
    private static final String SUBMISSION = """
            insert into bare.submission (tenant, origin, key, request_hash, accepted, clip_id, answer, answered_at)
            values ($1, 'http', $2, $3, true, $4, $5, $6)
            """;
    private static final String OUTBOX = """
            insert into bare.outbox (topic, key, subject, headers, payload) values ('clip-events', $1, $1, '{}', $2)
            """;
    private static final String HAPPENED = """
            insert into bare.webhook_event (id, tenant, type, body, at, clip_id) values ($1, $2, 'clip.submitted', $3, $4, $5)
            """;

    private final int databasePort;
    private final Promise<Integer> listening;
    private Pool database;

    private BareServer(int databasePort, Promise<Integer> listening) {
        this.databasePort = databasePort;
        this.listening = listening;
    }

    /** Serves until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        int databasePort = Integer.parseInt(arguments[0]);
        Promise<Integer> listening = Promise.promise();
        Vertx vertx = Vertx.vertx();
        vertx.deployVerticle(
                        () -> new BareServer(databasePort, listening),
                        new DeploymentOptions().setInstances(EVENT_LOOPS))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.out.println(listening.future().result());
        System.in.readAllBytes();
        System.exit(0);
    }

    @Override
    public void start(Promise<Void> started) {
        database = PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(DATABASE_CONNECTIONS)
                        .setShared(true)
                        .setName("bare"))
                .connectingTo(new PgConnectOptions()
                        .setPort(databasePort)
                        .setDatabase("gateway")
                        .setUser(EmbeddedDatabase.USER)
                        .setPassword(EmbeddedDatabase.PASSWORD)
                        .setCachePreparedStatements(true)
                        .setPipeliningLimit(PIPELINE))
                .using(vertx)
                .build();
        // A negative port is one that all instances share.
        vertx.createHttpServer()
                .requestHandler(this::take)
                .listen(-1, "127.0.0.1")
                .onSuccess(server -> listening.tryComplete(server.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void take(HttpServerRequest request) {
        String key = request.getHeader("Idempotency-Key");
        request.body().map(JsonObject::new).compose(clip -> store(key, clip)).onComplete(stored -> {
            if (stored.succeeded()) {
                request.response()
                        .setStatusCode(202)
                        .putHeader("Content-Type", "application/json")
                        .end(stored.result());
            } else {
                request.response().setStatusCode(500).end(stored.cause().toString());
            }
        });
    }

    /** Completes with the answer when it is committed. */
    private Future<String> store(String key, JsonObject clip) {
        UUID id = UUID.randomUUID();
        String answer = clip.copy().put("id", id.toString()).encode();
        return database.withTransaction(connection -> insert(connection, key, id, clip, answer))
                .map(answer);
    }

    /** All at once: the connection sends them one behind the other. */
    private static Future<?> insert(SqlConnection connection, String key, UUID id, JsonObject clip, String answer) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        UUID upload = UUID.randomUUID();
        String tenant = "bare";
        return Future.all(List.of(
                run(connection, CLIP, Tuple.of(id, tenant, clip.getString("title"), now, clip.encode())),
                run(connection, UPLOAD, Tuple.of(upload, id, tenant, upload, now)),
                run(
                        connection,
                        SUBMISSION,
                        Tuple.of(tenant, key, Integer.toHexString(clip.hashCode()), id, answer, now)),
                run(connection, OUTBOX, Tuple.of(id.toString(), answer)),
                run(connection, HAPPENED, Tuple.of(upload.toString(), tenant, answer, now, id))));
    }

    private static Future<?> run(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }
}
