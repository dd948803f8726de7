package io.cliprelay.contracts;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SampleTest {

    static List<String> samples() {
        return Samples.names("");
    }

    static Stream<String> fullSamples() {
        return samples().stream().filter(name -> !Samples.isMinimal(name));
    }

    static Stream<String> minimalSamples() {
        return samples().stream().filter(Samples::isMinimal);
    }

    @Test
    void everyEventTypeHasASampleAndEverySampleHasAnEventType() {
        assertThat(fullSamples())
                .containsExactlyInAnyOrderElementsOf(
                        TopicTypes.records().stream().map(EventTypes::nameOf).toList());
        assertThat(minimalSamples().map(Samples::typeOf))
                .isSubsetOf(fullSamples().toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isValidAgainstItsSchema(String name) {
        assertThat(Schemas.complaints(Samples.typeOf(name), Samples.text(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itsRecordsEncodingIsValidAgainstTheSchema(String name) {
        assertThat(Schemas.complaints(Samples.typeOf(name), reencoded(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fullSamples")
    void comesBackFromItsRecordAsItWas(String name) {
        assertThat(Samples.tree(reencoded(name))).isEqualTo(Samples.tree(Samples.text(name)));
    }

    /** Absent lists come back as empty ones, and nothing else is added. */
    @ParameterizedTest
    @MethodSource("minimalSamples")
    void whatIsAbsentReadsAsEmpty(String name) {
        assertThat(withoutEmpty(Samples.tree(reencoded(name)))).isEqualTo(Samples.tree(Samples.text(name)));
    }

    private static String reencoded(String name) {
        return EventJson.encode(EventJson.decode(Samples.text(name), Samples.recordOf(Samples.typeOf(name))));
    }

    private static JsonNode withoutEmpty(JsonNode node) {
        node.forEach(SampleTest::withoutEmpty);
        if (node instanceof ObjectNode object) {
            object.removeIf(value -> value instanceof ContainerNode<?> container && container.isEmpty());
        }
        return node;
    }
}
