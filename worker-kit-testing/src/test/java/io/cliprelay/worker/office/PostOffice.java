package io.cliprelay.worker.office;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes cards in pieces and posts them when told to, strictly: no token, no card; what is posted stays posted. At the
 * counter nothing is known of a card any more once it was posted: whoever wants to know looks through what was posted.
 */
final class PostOffice implements AutoCloseable {

    private static final String TOKEN = "postcard-token";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Card> cards = new LinkedHashMap<>();
    private final List<Card> posted = new ArrayList<>();
    private HttpServer server;

    /** A card on its way. */
    private static final class Card {
        private final String id = UUID.randomUUID().toString();
        private final String text;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String post;

        private Card(String text) {
            this.text = text;
        }

        private JsonObject view() {
            return new JsonObject()
                    .put("id", id)
                    .put("text", text)
                    .put("received", bytes.size())
                    .put("post", post);
        }

        private JsonObject published() {
            return new JsonObject().put("title", text).put("sha256", sha256(bytes.toByteArray()));
        }
    }

    static PostOffice open() {
        PostOffice office = new PostOffice();
        office.server = office.vertx
                .createHttpServer()
                .requestHandler(office.routes())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return office;
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private Router routes() {
        Router router = Router.router(vertx);
        router.post("/token").handler(PostOffice::grant);
        router.get("/sandbox/posts")
                .handler(call ->
                        answer(call, 200, posted.stream().map(Card::published).toList()));
        router.route("/cards*").handler(PostOffice::check);
        router.get("/posted/:id").handler(PostOffice::check).handler(this::posted);
        router.post("/cards").handler(withBody((call, body) -> write(call, body.toJsonObject())));
        router.get("/cards/:id").handler(call -> withCard(call, card -> show(call, card)));
        router.put("/cards/:id/:offset")
                .handler(withBody((call, body) -> withCard(call, card -> add(call, card, body))));
        router.post("/cards/:id/post").handler(call -> withCard(call, card -> post(call, card)));
        return router;
    }

    private static void grant(RoutingContext call) {
        answer(call, 200, Map.of("access_token", TOKEN, "token_type", "Bearer", "expires_in", 3600));
    }

    private static void check(RoutingContext call) {
        if (("Bearer " + TOKEN).equals(call.request().getHeader("Authorization"))) {
            call.next();
        } else {
            answer(call, 401, Map.of("error", "no such token"));
        }
    }

    private void write(RoutingContext call, JsonObject wish) {
        Card card = new Card(wish.getString("text"));
        cards.put(card.id, card);
        answer(call, 201, card.view());
    }

    private static void add(RoutingContext call, Card card, Buffer piece) {
        if (Long.parseLong(call.pathParam("offset")) != card.bytes.size()) {
            answer(call, 409, card.view());
            return;
        }
        card.bytes.writeBytes(piece.getBytes());
        answer(call, 200, card.view());
    }

    private void post(RoutingContext call, Card card) {
        card.post = "post-" + (posted.size() + 1);
        posted.add(card);
        cards.remove(card.id);
        answer(call, 200, card.view());
    }

    private void posted(RoutingContext call) {
        String id = call.pathParam("id");
        answerIfThere(call, posted.stream().filter(card -> card.id.equals(id)).findFirst(), PostOffice::show);
    }

    private static void show(RoutingContext call, Card card) {
        answer(call, 200, card.view());
    }

    private void withCard(RoutingContext call, Handler<Card> then) {
        answerIfThere(call, Optional.ofNullable(cards.get(call.pathParam("id"))), (known, card) -> then.handle(card));
    }

    private static void answerIfThere(RoutingContext call, Optional<Card> card, BiConsumer<RoutingContext, Card> then) {
        card.ifPresentOrElse(
                known -> then.accept(call, known), () -> answer(call, 404, Map.of("error", "no such card")));
    }

    private static Handler<RoutingContext> withBody(BiConsumer<RoutingContext, Buffer> then) {
        return call -> call.request().body().onSuccess(body -> then.accept(call, body));
    }

    private static void answer(RoutingContext call, int status, Object body) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Json.encode(body));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
