package io.cliprelay.contracts.platform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of a clip's texts for one platform. */
public sealed interface Composition {

    /**
     * The post's texts, ready to be sent.
     *
     * @param fields by the names in the descriptor, each of them; empty where there is no text for it
     * @param tags for platforms that have tags beside the texts, else empty
     */
    record Fitting(Map<String, String> fields, List<String> tags) implements Composition {
        public Fitting {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            tags = List.copyOf(tags);
        }

        /** The text of a field, empty where there is none; throws where the descriptor has no such field. */
        public String field(String name) {
            if (!fields.containsKey(name)) {
                throw new IllegalArgumentException("there is no field " + name + ", only " + fields.keySet());
            }
            return fields.get(name);
        }
    }

    /** All that does not fit, at least one thing. */
    record Unfitting(List<TextFinding> findings) implements Composition {
        public Unfitting {
            findings = List.copyOf(findings);
        }
    }
}
