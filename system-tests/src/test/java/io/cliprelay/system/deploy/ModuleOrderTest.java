package io.cliprelay.system.deploy;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Modules are built two at a time: only what a module depends on is there when its tests run. */
class ModuleOrderTest {

    @Test
    void theSystemTestsComeAfterEveryServiceThatTheyStart() {
        assertThat(Pom.ofModule("system-tests").dependencies().map(Pom.Dependency::artifact))
                .containsAll(ServiceModule.all().map(ServiceModule::name).toList());
    }
}
