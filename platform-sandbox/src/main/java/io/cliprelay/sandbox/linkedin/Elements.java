package io.cliprelay.sandbox.linkedin;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.http.Answer;

/** A finder's answer: a page of elements. */
final class Elements {

    private Elements() {}

    /** A page with one element, or with none. */
    static Answer page(Optional<ObjectNode> element) {
        var page = JsonNodeFactory.instance.objectNode();
        page.putObject("paging").put("start", 0).put("count", 10).putArray("links");
        var elements = page.putArray("elements");
        element.ifPresent(elements::add);
        return Answer.json(200, page);
    }

    /** @throws RestRefusal unless the call is the finder of this name */
    static void requireFinder(RestRequest request, String finder) {
        if (!finder.equals(request.query().get("q"))) {
            throw RestRefusal.of("ILLEGAL_ARGUMENT", "Resource method could not be resolved from request parameters.");
        }
    }

    static RestRefusal denied(String resource) {
        return RestRefusal.of("ACCESS_DENIED", "Not enough permissions to access: " + resource);
    }
}
