package io.cliprelay.kit.privacy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mail to anna.b+x@mail.example.com failed      | mail to [left out] failed
            asked by 192.168.1.17:50123                   | asked by [left out]:50123
            asked by 2001:db8::17                         | asked by [left out]
            posted: https://example.com/@anna/video/7?x=1 | posted: https://example.com/[left out]
            at https://anna:secret@cdn.example.com/a.mp4  | at https://cdn.example.com/[left out]
            file:/media/anna/birthday.mp4 has changed     | file:[left out] has changed
            "s3://clips/anna.mp4" is missing              | "s3:[left out]" is missing
            The credentials of account anna are refused   | The credentials of account [left out] are refused
            Account anna: token ended                     | Account [left out]: token ended
            """)
    void whatTellsOfAPersonIsLeftOut(String text, String rest) {
        assertThat(PersonalData.leftOutOf(text)).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upload 0d6f5c1e-8f57-5e0c-9d2b-0b7c1f9a2e11 was published at 12:30:05",
                "Record upload-events-3@1207 goes to upload-events.dlq",
                "account 0d6f5c1e-8f57-5e0c-9d2b-0b7c1f9a2e11 is held",
                "The account needs its owner",
                "io.cliprelay.kit.outbox.OutboxRelay::pass of version 4.1.1"
            })
    void whatDoesNotStays(String text) {
        assertThat(PersonalData.leftOutOf(text)).isEqualTo(text);
    }
}
