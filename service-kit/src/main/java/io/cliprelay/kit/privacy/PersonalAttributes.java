package io.cliprelay.kit.privacy;

import java.util.List;
import java.util.Set;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/** Knows which attributes of spans and of the log's records may tell of a person; plain functions. */
final class PersonalAttributes {

    private static final Set<String> WHO =
            Set.of("client.address", "network.peer.address", "user_agent.original", "enduser.id");

    private PersonalAttributes() {}

    /** The attributes without callers' addresses and programs, and without personal data in other texts. */
    static Attributes leftOutOf(Attributes all) {
        AttributesBuilder rest = all.toBuilder();
        all.forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING) {
                rest.put(
                        AttributeKey.stringKey(key.getKey()),
                        WHO.contains(key.getKey()) ? PersonalData.LEFT_OUT : PersonalData.leftOutOf(value.toString()));
            } else if (key.getType() == AttributeType.STRING_ARRAY) {
                rest.put(
                        AttributeKey.stringArrayKey(key.getKey()),
                        ((List<?>) value)
                                .stream()
                                        .map(each -> PersonalData.leftOutOf(each.toString()))
                                        .toList());
            }
        });
        return rest.build();
    }
}
