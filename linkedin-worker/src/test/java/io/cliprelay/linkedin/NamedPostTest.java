package io.cliprelay.linkedin;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is concluded about the post that LinkedIn names when it refuses a repeat. */
class NamedPostTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final String URN = "urn:li:share:7141000000000000000";
    private static final String VIDEO = "urn:li:video:ours";

    private static final Reply REFUSAL = reply(422, """
            {"code": "DUPLICATE_POST", "message": "Content is a duplicate of %s"}""".formatted(URN));

    @Test
    void aPostThatShowsTheVideoIsOurs() {
        assertThat(named(shows(VIDEO))).isEqualTo(URN);
    }

    @Test
    void aPostThatIsSeenToShowAnotherProvesThatOursIsNotThere() {
        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(() -> named(shows("urn:li:video:other")))
                .satisfies(refused -> assertThat(refused.effectPossible()).isFalse())
                .satisfies(refused -> assertThat(refused.failure()).isInstanceOf(UploadFailure.InvalidInput.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408, 429, 500, 503})
    void aPostThatCannotBeSeenProvesNothing(int status) {
        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(() -> named(reply(status, "{}")))
                .satisfies(unclear -> assertThat(unclear.effectPossible()).isTrue());
    }

    private static String named(Reply reply) {
        return Posts.verified(reply, URN, VIDEO, REFUSAL, NOW);
    }

    private static Reply shows(String video) {
        return reply(200, """
                {"id": "%s", "content": {"media": {"id": "%s"}}}""".formatted(URN, video));
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, json(body), Optional.empty(), Optional.empty(), false);
    }

    private static JsonNode json(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
