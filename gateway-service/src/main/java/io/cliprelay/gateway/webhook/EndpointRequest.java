package io.cliprelay.gateway.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.event.Happening;

/**
 * What an endpoint is to be, or what of it is to change; nothing is checked yet.
 *
 * @param url absent where it stays
 * @param types absent where they stay; empty for everything
 * @param paused absent where it stays
 */
@Schema(name = "WebhookEndpointRequest")
public record EndpointRequest(
        Optional<String> url, Optional<String> description, Optional<List<String>> types, Optional<Boolean> paused) {

    private static final int LONGEST = 500;

    /** Each field that is wrong; empty where it can be taken. */
    List<FieldError> errors(TargetUrl targets) {
        List<FieldError> errors = new ArrayList<>();
        url.filter(text -> text.length() > LONGEST || targets.read(text).isEmpty())
                .map(text -> new FieldError(
                        "/url",
                        "url.invalid",
                        "Events cannot be sent there.",
                        "Send an https: address of at most %d characters, without user name and fragment."
                                .formatted(LONGEST)))
                .ifPresent(errors::add);
        description
                .filter(text -> text.length() > LONGEST)
                .map(text -> new FieldError(
                        "/description", "description.too-long", "It is too long.", "Use at most 500 characters."))
                .ifPresent(errors::add);
        List<String> wanted = types.orElse(List.of());
        IntStream.range(0, wanted.size())
                .filter(index -> !Happening.TYPES.contains(wanted.get(index)))
                .mapToObj(index -> new FieldError(
                        "/types/" + index,
                        "type.unknown",
                        "There is no event \"%s\".".formatted(wanted.get(index)),
                        "Use some of: " + String.join(", ", Happening.TYPES) + "."))
                .forEach(errors::add);
        return errors;
    }

    /** The same for a new endpoint. */
    List<FieldError> errorsOfNew(TargetUrl targets) {
        List<FieldError> errors = new ArrayList<>(errors(targets));
        if (url.isEmpty()) {
            errors.add(new FieldError(
                    "/url", "url.missing", "It does not say where.", "Add \"url\" with an https: address."));
        }
        return errors;
    }
}
