package io.cliprelay.worker.upload;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.worker.inbox.Step;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxOnlyTest {

    private static final PostContent LIVE = Stored.at(Step.READY).command().content();

    @Test
    void whatWasSubmittedInTestModeGoesToTheSandboxOnly() {
        assertThatNoException().isThrownBy(() -> SandboxOnly.require(LIVE.keptToSandbox(), true));
        assertThatThrownBy(() -> SandboxOnly.require(LIVE.keptToSandbox(), false))
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("test mode");
    }

    @Test
    void whatWasSubmittedLiveGoesAnywhere() {
        assertThatNoException().isThrownBy(() -> SandboxOnly.require(LIVE, true));
        assertThatNoException().isThrownBy(() -> SandboxOnly.require(LIVE, false));
    }
}
