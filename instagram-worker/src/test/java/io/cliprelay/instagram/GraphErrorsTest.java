package io.cliprelay.instagram;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.ErrorResponse;

import static org.assertj.core.api.Assertions.assertThat;

class GraphErrorsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest(name = "{0}/{1} is {2}, and proves nothing published: {3}")
    @CsvFileSource(resources = "/errors.csv")
    void everyErrorOfTheTableHasItsMeaning(int code, Integer subcode, String category, boolean provesNothing) {
        ErrorResponse.Error error = error(code, subcode, null);

        UploadFailure failure = GraphErrors.failure(400, error, Optional.empty(), NOW);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.reason().code()).isEqualTo(subcode == null ? "" + code : code + "/" + subcode);
        assertThat(failure.reason().fix()).isNotBlank();
        assertThat(GraphErrors.provesNothingPublished(error)).isEqualTo(provesNothing);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2207003, transient",
        "2207026, invalid-input",
        "2207052, transient",
        "2207053, transient",
        "2207076, transient",
        "2207077, invalid-input",
        "2207082, transient",
        "2207085, transient",
        "2209999, transient"
    })
    void theStatusOfAFailedContainerNamesItsSubcodeAloneOrInASentence(String subcode, String category) {
        UploadFailure alone = GraphErrors.processing(subcode, NOW);
        UploadFailure sentence =
                GraphErrors.processing("Error: Media upload has failed with error code " + subcode, NOW);

        assertThat(alone.category()).isEqualTo(category);
        assertThat(sentence.category()).isEqualTo(category);
        assertThat(sentence.reason().code()).isEqualTo(subcode);
    }

    @Test
    void aFailedContainerWithoutSubcodeMayWorkAsANewOne() {
        assertThat(GraphErrors.processing(null, NOW)).isInstanceOf(UploadFailure.Transient.class);
    }

    @Test
    void theUsageHeaderSaysWhenToComeBack() {
        String usage =
                "{\"17841\":[{\"type\":\"instagram\",\"call_count\":100," + "\"estimated_time_to_regain_access\": 7}]}";

        UploadFailure failure = GraphErrors.failure(400, error(80002, null, null), Optional.of(usage), NOW);

        assertThat(failure)
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .hasValue(NOW.plus(Duration.ofMinutes(7))));
    }

    @Test
    void withoutATimeTheFirstPauseIsFiveMinutes() {
        assertThat(GraphErrors.failure(400, error(17, null, null), Optional.empty(), NOW))
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .hasValue(NOW.plus(Duration.ofMinutes(5))));
    }

    @ParameterizedTest(name = "{0}/{1} is the app''s limit: {2}")
    @CsvSource({"4, , true", "4, 2207051, false", "17, , false", "80002, , false"})
    void onlyTheAppsOwnLimitIsEveryones(int code, Integer subcode, boolean everyones) {
        GraphAnswer answer = new GraphAnswer(
                400,
                "{\"error\":{\"message\":\"limit\",\"code\":%d,\"error_subcode\":%s}}".formatted(code, subcode),
                Optional.empty(),
                Optional.empty(),
                NOW);

        assertThat(answer.failed().ofEveryone()).isEqualTo(everyones);
    }

    @Test
    void whatSaysThatItMayPassNeverProvesThatNothingWasPublished() {
        assertThat(GraphErrors.provesNothingPublished(error(100, null, true))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408})
    void anAnswerOfAFrontEndMayPass(int status) {
        assertThat(GraphErrors.bare(status, Optional.empty(), NOW)).isInstanceOf(UploadFailure.Transient.class);
    }

    @Test
    void aFrontEndMaySayWhenToComeBack() {
        assertThat(GraphErrors.bare(429, Optional.of("30"), NOW))
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .hasValue(NOW.plusSeconds(30)));
    }

    @Test
    void aTokenInTheAddressOfALostCallDoesNotShow() {
        var lost = new IOException("reset at https://graph.instagram.com/refresh_access_token?access_token=IGAA1");

        assertThat(GraphErrors.noAnswer(lost).reason().message()).doesNotContain("IGAA1");
    }

    private static ErrorResponse.Error error(int code, Integer subcode, Boolean retriable) {
        return new ErrorResponse.Error("Something", code, subcode, retriable, null, null);
    }
}
