package io.cliprelay.contracts;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Readers of either age read events of the other age. */
class CompatibilityTest {

    static List<String> samples() {
        return Samples.names("");
    }

    static List<String> oldSamples() {
        return Samples.names("v1");
    }

    static Stream<String> ownSamples() {
        return samples().stream().filter(name -> !name.startsWith("io.cliprelay.clip.submission.v1"));
    }

    /** What was written once is on topics and in tables for long: these files are never changed nor deleted. */
    @ParameterizedTest
    @MethodSource("oldSamples")
    void anOldSampleStillReadsWithNothingLost(String name) {
        String old = Samples.text("v1/" + name);
        Class<?> type = Samples.recordOf(Samples.typeOf(name));

        Object read = EventJson.decode(old, type);

        assertContains(Samples.tree(EventJson.encode(read)), Samples.tree(old), name);
    }

    @ParameterizedTest
    @MethodSource("oldSamples")
    void anOldSampleIsStillValid(String name) {
        assertThat(Schemas.complaints(Samples.typeOf(name), Samples.text("v1/" + name)))
                .isEmpty();
    }

    @Test
    void everyEventTypeHasAnOldSample() {
        assertThat(oldSamples())
                .containsAll(
                        TopicTypes.records().stream().map(EventTypes::nameOf).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fieldsOfTomorrowAreIgnoredAtEveryDepth(String name) {
        Class<?> type = Samples.recordOf(Samples.typeOf(name));
        JsonNode tomorrow = Samples.tree(Samples.text(name));
        JsonPaths.objects(tomorrow).stream()
                .filter(object -> !object.pointer().endsWith("/options"))
                .forEach(object -> object.node().putArray("fieldOfTomorrow").add(1));

        assertThat(EventJson.decode(tomorrow.toString(), type)).isEqualTo(EventJson.decode(Samples.text(name), type));
        assertThat(Schemas.complaints(Samples.typeOf(name), tomorrow.toString()))
                .isEmpty();
    }

    /** So that the schema never asks for what readers do without, nor lets pass what they refuse. */
    @ParameterizedTest
    @MethodSource("ownSamples")
    void schemaAndRecordAgreeOnWhichFieldsMayBeAbsent(String name) {
        String type = Samples.typeOf(name);
        JsonPaths.withoutEachField(Samples.tree(Samples.text(name))).forEach((field, without) -> assertThat(
                        Schemas.complaints(type, without).isEmpty())
                .as("valid without " + field)
                .isEqualTo(reads(without, Samples.recordOf(type))));
    }

    /** A submission is read whatever it lacks, so that one answer can name all that is wrong. */
    @Test
    void aSubmissionReadsWithoutAnyOfItsFields() {
        JsonNode full = Samples.tree(Samples.text("io.cliprelay.clip.submission.v1"));
        Class<?> type = Samples.recordOf("io.cliprelay.clip.submission.v1");

        assertThatNoException().isThrownBy(() -> EventJson.decode("{}", type));
        assertThat(JsonPaths.withoutEachField(full))
                .allSatisfy((field, without) -> assertThat(reads(without, type)).isTrue());
    }

    private static boolean reads(String json, Class<?> type) {
        try {
            EventJson.decode(json, type);
            return true;
        } catch (UnreadableEventException refused) {
            return false;
        }
    }

    private static void assertContains(JsonNode actual, JsonNode expected, String path) {
        if (expected instanceof ObjectNode object) {
            object.properties()
                    .forEach(field ->
                            assertContains(actual.path(field.getKey()), field.getValue(), path + "/" + field.getKey()));
        } else if (expected.isArray()) {
            assertThat(actual).as(path).hasSize(expected.size());
            for (int index = 0; index < expected.size(); index++) {
                assertContains(actual.path(index), expected.get(index), path + "/" + index);
            }
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }
}
