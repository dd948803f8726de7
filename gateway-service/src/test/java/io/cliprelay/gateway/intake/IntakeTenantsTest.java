package io.cliprelay.gateway.intake;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.intake.IntakeTenants.Owner;

import static org.assertj.core.api.Assertions.assertThat;

class IntakeTenantsTest {

    private static final Map<String, String> SOURCES = Map.of("/studio", "acme");

    @Test
    void aSourceThatIsMappedIsItsTenants() {
        assertThat(bySource(Optional.of("default")).of(producer("/studio", "acme")))
                .isEqualTo(new Owner.Known("acme"));
        assertThat(bySource(Optional.of("default")).of(producer("/studio", null)))
                .isEqualTo(new Owner.Known("acme"));
    }

    @Test
    void whatAnEventSaysOfItsTenantDecidesNothing() {
        assertThat(bySource(Optional.of("default")).of(producer("/studio", "globex")))
                .isInstanceOfSatisfying(Owner.Refused.class, refused -> {
                    assertThat(refused.tenant()).contains("acme");
                    assertThat(refused.problem().code()).isEqualTo("intake.tenant-mismatch");
                });
    }

    @Test
    void anotherSourceIsRefusedWhereThereIsNoTenantForTheRest() {
        assertThat(bySource(Optional.of("default")).of(producer("/elsewhere", null)))
                .isEqualTo(new Owner.Known("default"));
        assertThat(bySource(Optional.empty()).of(producer("/elsewhere", null)))
                .isInstanceOfSatisfying(
                        Owner.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("intake.producer-unknown"));
    }

    @Test
    void wherePrincipalsAreToldASourceProvesNothing() {
        IntakeTenants tenants = new IntakeTenants(
                SOURCES, Optional.of("default"), Optional.of("x-principal"), Map.of("User:globex", "globex"));

        assertThat(tenants.of(written("/studio", Optional.of("User:globex")))).isEqualTo(new Owner.Known("globex"));
        assertThat(tenants.of(written("/studio", Optional.of("User:stranger")))).isInstanceOf(Owner.Refused.class);
        assertThat(tenants.of(written("/studio", Optional.empty()))).isInstanceOf(Owner.Refused.class);
    }

    private static IntakeTenants bySource(Optional<String> otherwise) {
        return new IntakeTenants(SOURCES, otherwise, Optional.empty(), Map.of());
    }

    private static Producer producer(String source, String claimed) {
        return new Producer(source, "1", Optional.ofNullable(claimed), Optional.empty());
    }

    private static Producer written(String source, Optional<String> principal) {
        return new Producer(source, "1", Optional.empty(), principal);
    }
}
