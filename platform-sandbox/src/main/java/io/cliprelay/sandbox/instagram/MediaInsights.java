package io.cliprelay.sandbox.instagram;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Audience;
import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Reception;

/** {@code GET /{id}/insights?metric=…}: one metric that is unknown or retired refuses the whole call. */
@Singleton
class MediaInsights implements GraphCall {

    private final Accounts accounts;
    private final Reels reels;
    private final Audience audience;
    private final SettingsInForce settings;

    MediaInsights(Accounts accounts, Reels reels, Audience audience, SettingsInForce settings) {
        this.accounts = accounts;
        this.reels = reels;
        this.audience = audience;
        this.settings = settings;
    }

    @Override
    public String operation(GraphRequest request) {
        return Instagram.INSIGHTS;
    }

    @Override
    public JsonNode serve(GraphRequest request) {
        Account caller = accounts.caller(request);
        if (!settings.current().insightsGranted()) {
            throw GraphRefusal.of("10");
        }
        Post post = reels.find(caller, request.node()).orElseThrow(() -> GraphRefusal.of("100/33"));
        Map<String, Long> known = metrics(audience.of(post));
        List<String> metrics = Arrays.asList(request.require("metric").split(","));
        if (!known.keySet().containsAll(metrics)) {
            throw GraphRefusal.of(
                    "100", "(#100) metric must be one of the following values: " + String.join(", ", known.keySet()));
        }
        var answer = JsonNodeFactory.instance.objectNode();
        var data = answer.putArray("data");
        metrics.forEach(name -> data.add(metric(post.id(), name, known.get(name))));
        answer.putObject("paging");
        return answer;
    }

    /** Those of Reels. What the sandbox has no number for is 0. */
    private static Map<String, Long> metrics(Reception reception) {
        Map<String, Long> metrics = new LinkedHashMap<>();
        metrics.put("views", reception.views());
        metrics.put("reach", reception.views());
        metrics.put("likes", reception.likes());
        metrics.put("comments", reception.comments());
        metrics.put("shares", reception.shares());
        metrics.put("saved", 0L);
        metrics.put("total_interactions", reception.likes() + reception.comments() + reception.shares());
        metrics.put("ig_reels_avg_watch_time", 0L);
        metrics.put("ig_reels_video_view_total_time", 0L);
        metrics.put("reposts", 0L);
        metrics.put("reels_skip_rate", 0L);
        return metrics;
    }

    private static ObjectNode metric(String media, String name, long value) {
        var metric = JsonNodeFactory.instance.objectNode();
        metric.put("name", name).put("period", "lifetime");
        metric.putArray("values").addObject().put("value", value);
        return metric.put("title", name).put("id", media + "/insights/" + name + "/lifetime");
    }
}
