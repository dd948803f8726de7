package io.cliprelay.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The event types that one topic carries, read off its sealed interface, so that a new record is known as soon as it is
 * permitted. Immutable.
 *
 * @param <T> the topic's sealed interface
 */
public final class EventTypes<T> {

    private final Map<String, Class<? extends T>> byName;

    private EventTypes(Map<String, Class<? extends T>> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** The types permitted by {@code topic}: a sealed interface of annotated records, or one annotated record. */
    public static <T> EventTypes<T> of(Class<T> topic) {
        return new EventTypes<>(records(topic).collect(Collectors.toMap(EventTypes::nameOf, Function.identity())));
    }

    /** The CloudEvents type of a record class. Throws {@link IllegalArgumentException} where it carries none. */
    public static String nameOf(Class<?> recordClass) {
        EventType type = recordClass.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(recordClass.getName() + " has no @EventType");
        }
        return type.value();
    }

    /** The record class for a {@code ce_type}; empty for a type this version does not know. */
    public Optional<Class<? extends T>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All types by name. */
    public Map<String, Class<? extends T>> byName() {
        return byName;
    }

    private static <T> Stream<Class<? extends T>> records(Class<? extends T> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .map(permitted -> permitted.<T>asSubclass(uncheckedTopic(type)))
                .flatMap(EventTypes::records);
    }

    @SuppressWarnings("unchecked") // a permitted subclass of Class<? extends T> is a T
    private static <T> Class<T> uncheckedTopic(Class<? extends T> type) {
        return (Class<T>) type;
    }
}
