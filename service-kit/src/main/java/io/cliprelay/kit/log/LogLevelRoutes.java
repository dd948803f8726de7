package io.cliprelay.kit.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Levels of logging over HTTP, for whoever runs the service and has the key: {@code GET /q/log-levels}, {@code PUT
 * /q/log-levels/CATEGORY?level=DEBUG}, {@code DELETE /q/log-levels/CATEGORY}. Beside health and metrics, and no part of
 * the API.
 */
@ApplicationScoped
class LogLevelRoutes {

    static final String KEY = "Cliprelay-Management-Key";

    private static final String ALL = "/q/log-levels";
    private static final String ONE = ALL + "/:category";

    private final LogLevels levels;
    private final Optional<byte[]> key;

    LogLevelRoutes(LogLevels levels, ManagementConfig config) {
        this.levels = levels;
        this.key = config.key().map(LogLevelRoutes::bytes);
    }

    void add(@Observes Router router) {
        router.get(ALL).handler(this::guard).handler(this::tell);
        router.put(ONE).handler(this::guard).handler(this::set);
        router.delete(ONE).handler(this::guard).handler(this::reset);
    }

    private void guard(RoutingContext request) {
        if (key.isEmpty()) {
            end(request, 404, "Set cliprelay.management.key to change levels while the service runs.");
        } else if (!MessageDigest.isEqual(key.get(), bytes(request.request().getHeader(KEY)))) {
            end(request, 401, "Send the management key in the header " + KEY + ".");
        } else {
            request.next();
        }
    }

    private void tell(RoutingContext request) {
        JsonObject changed = new JsonObject();
        levels.changed().forEach((category, level) -> changed.put(category, level.name()));
        end(request, 200, changed);
    }

    private void set(RoutingContext request) {
        Optional<LogLevel> wanted = level(request.request().getParam("level"));
        if (wanted.isEmpty()) {
            end(request, 400, "Give ?level=, one of " + Arrays.toString(LogLevel.values()) + ".");
            return;
        }
        levels.set(request.pathParam("category"), wanted.get());
        tell(request);
    }

    private void reset(RoutingContext request) {
        levels.reset(request.pathParam("category"));
        tell(request);
    }

    private static Optional<LogLevel> level(String name) {
        return Arrays.stream(LogLevel.values())
                .filter(level -> level.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static void end(RoutingContext request, int status, String text) {
        end(request, status, new JsonObject().put("detail", text));
    }

    private static void end(RoutingContext request, int status, JsonObject body) {
        HttpServerResponse response = request.response().setStatusCode(status);
        response.putHeader("Content-Type", "application/json").end(body.encode());
    }

    private static byte[] bytes(String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
