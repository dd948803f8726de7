package io.cliprelay.kit.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.ClipSubmission;

/** Fails in every way a resource can. */
@Path("/fail")
public class ProblemResource {

    private static final ObjectMapper STRICT =
            EventJson.mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Pool database;
    private final Vertx vertx;

    ProblemResource(Pool database, Vertx vertx) {
        this.database = database;
        this.vertx = vertx;
    }

    @POST
    @Path("/json")
    public String json(String body) throws Exception {
        return STRICT.readValue(body, ClipSubmission.class).toString();
    }

    /** A row, if the database is there. */
    @GET
    @Path("/not-at-all")
    public Uni<Integer> row() {
        return database.query("select 1").execute().map(SqlResult::rowCount);
    }

    /** No server listens there. */
    @GET
    @Path("/port")
    public Uni<Integer> port() {
        Pool nobody =
                Pool.pool(vertx, new PgConnectOptions().setHost("127.0.0.1").setPort(1), new PoolOptions());
        return nobody.query("select 1").execute().map(SqlResult::rowCount).eventually(nobody::close);
    }

    @GET
    @Path("/fault")
    public String fault() {
        throw new IllegalStateException("password=hunter2");
    }
}
