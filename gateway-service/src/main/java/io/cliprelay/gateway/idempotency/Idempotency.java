package io.cliprelay.gateway.idempotency;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.TransactionPropagation;

import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.store.SessionTransaction;
import io.cliprelay.gateway.store.Store;
import io.cliprelay.kit.problem.ProblemException;
import io.cliprelay.kit.transaction.OpenTransaction;

/**
 * Has what is posted done once for each {@code Idempotency-Key}, and a repeat answered as the first was. Decides in the
 * database, so that all replicas agree. Only what succeeded is kept: after a failure the key is free. Without a key the
 * work is just done. To be called on the Vert.x context of the request.
 */
@ApplicationScoped
public class Idempotency {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";
    static final int LONGEST = 255;

    /** The lock ends with the transaction, however that ends; a second holder does not wait. */
    private static final String CLAIM = """
            insert into answered_request (tenant, origin, key, operation, request_hash)
            select cast($1 as text), cast($2 as text), cast($3 as text), cast($4 as text), cast($5 as text)
            where pg_try_advisory_xact_lock(hashtextextended(cast($6 as text), 0))
            on conflict do nothing
            """;

    private static final String ANSWER = """
            update answered_request set
                status = cast($4 as integer),
                location = nullif(cast($5 as text), ''),
                body = nullif(cast($6 as text), ''),
                clip_id = cast(nullif(cast($7 as text), '') as uuid)
            where tenant = $1 and origin = $2 and key = $3
            """;
    private static final String EARLIER = """
            select request_hash, status, location, body from answered_request
            where tenant = $1 and origin = $2 and key = $3
            """;

    private final Store store;
    private final Pool pool;
    private final ObjectMapper json;
    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo address;

    Idempotency(Store store, Pool pool, ObjectMapper json, Caller caller, HttpHeaders headers, UriInfo address) {
        this.store = store;
        this.pool = pool;
        this.json = json;
        this.caller = caller;
        this.headers = headers;
        this.address = address;
    }

    /**
     * For work whose writing is done by {@link Store#write}: it becomes part of the transaction that keeps the answer.
     *
     * @param body of the request; empty where it has none
     */
    public Uni<Response> inSession(String body, Supplier<Uni<Done>> work) {
        return call(body)
                .map(call -> store.write(session -> once(new SessionTransaction(session), call, work))
                        .onItem()
                        .ifNull()
                        .switchTo(() -> again(call)))
                .orElseGet(() -> plain(work));
    }

    /**
     * The same for work that takes part in the context's transaction of the {@link Pool} ({@link
     * TransactionPropagation#CONTEXT}).
     */
    public Uni<Response> inPool(String body, Supplier<Uni<Done>> work) {
        return call(body)
                .map(call -> pool.withTransaction(
                                TransactionPropagation.CONTEXT,
                                connection -> once(OpenTransaction.on(connection), call, work))
                        .onItem()
                        .ifNull()
                        .switchTo(() -> again(call)))
                .orElseGet(() -> plain(work));
    }

    /**
     * For work that does its part elsewhere, and is harmless when it is done twice: the answer is kept afterwards. If
     * this replica ends in between, or both come at the same time, a repeat is done again.
     */
    public Uni<Response> afterwards(String body, Supplier<Uni<Done>> work) {
        return call(body)
                .map(call -> earlier(call).chain(earlier -> earlier.map(
                                answered -> Uni.createFrom().item(answered.answerTo(call)))
                        .orElseGet(
                                () -> work.get().call(done -> note(call, done)).map(Done::response))))
                .orElseGet(() -> plain(work));
    }

    /** The request, if it has a key; throws a problem where that cannot be one. */
    private Optional<Call> call(String body) {
        return Optional.ofNullable(headers.getHeaderString(HEADER))
                .map(Idempotency::usable)
                .map(key -> Call.of(caller.tenant(), caller.testing(), key, "POST " + address.getPath(), body));
    }

    private static String usable(String key) {
        if (key.isBlank() || key.length() > LONGEST || key.indexOf('\0') >= 0) {
            throw new ProblemException(IdempotencyProblems.keyUnusable());
        }
        return key;
    }

    private static Uni<Response> plain(Supplier<Uni<Done>> work) {
        return work.get().map(Done::response);
    }

    /** The answer; null where the key was taken before. */
    private Uni<Response> once(OpenTransaction transaction, Call call, Supplier<Uni<Done>> work) {
        return transaction
                .update(CLAIM, call.claim())
                .chain(claimed -> claimed == 1
                        ? work.get()
                                .call(done -> transaction.update(ANSWER, answer(call, done)))
                                .map(Done::response)
                        : Uni.createFrom().nullItem());
    }

    private Uni<Response> again(Call call) {
        return earlier(call).map(earlier -> earlier.map(answered -> answered.answerTo(call))
                .orElseGet(IdempotencyProblems::inFlight));
    }

    private Uni<Optional<Answered>> earlier(Call call) {
        return pool.preparedQuery(EARLIER)
                .execute(Tuple.of(call.tenant(), call.origin(), call.key()))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(Answered.of(rows.iterator().next())));
    }

    private Uni<Response> note(Call call, Done done) {
        return done.successful()
                ? pool.withTransaction(connection -> once(OpenTransaction.on(connection), call, () -> Uni.createFrom()
                        .item(done)))
                : Uni.createFrom().nullItem();
    }

    private List<Object> answer(Call call, Done done) {
        return Arrays.asList(
                call.tenant(),
                call.origin(),
                call.key(),
                done.response().getStatus(),
                Optional.ofNullable(done.response().getLocation())
                        .map(URI::getRawPath)
                        .orElse(""),
                text(done.kept()),
                done.clip().map(Object::toString).orElse(""));
    }

    private String text(Object kept) {
        try {
            return switch (kept) {
                case null -> "";
                case String text -> text;
                default -> json.writeValueAsString(kept);
            };
        } catch (JsonProcessingException cannotHappen) {
            throw new IllegalStateException("No JSON of an answer that was just given", cannotHappen);
        }
    }
}
