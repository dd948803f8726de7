package io.cliprelay.gateway.access;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpenDoorTest {

    @ParameterizedTest
    @CsvSource({
        "false, false, 0.0.0.0, true",
        "false, false, 192.168.7.8, true",
        "false, false, 127.0.0.1, false",
        "false, false, localhost, false",
        "false, false, ::1, false",
        "false, true, 0.0.0.0, false",
        "true, false, 0.0.0.0, false"
    })
    void aDoorIsLeftOpenWhereOthersReachItNoKeyIsNeededAndNobodySaidSo(
            boolean closed, boolean wanted, String host, boolean left) {
        assertThat(OpenDoor.left(closed, wanted, host)).isEqualTo(left);
    }
}
