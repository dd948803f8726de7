package io.cliprelay.gateway.bearer;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.gateway.access.Identity;
import io.cliprelay.gateway.access.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimsTest {

    private record Names(String tenantClaim, Optional<String> tenant, String rolesClaim, String rolePrefix)
            implements BearerConfig {
        @Override
        public boolean enabled() {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"tenant\":\"acme\",\"roles\":[\"c-submit\",\"c-read\",\"read\",\"c-fly\"]} | tenant   | roles   | SUBMIT,READ",
                "{\"tenant\":\"acme\",\"roles\":\"c-submit openid\"}                          | tenant   | roles   | SUBMIT",
                "{\"o\":{\"id\":\"acme\"},\"r\":{\"a\":{\"roles\":[\"c-admin\"]}}}            | o/id     | r/a/roles | ADMIN",
                "{\"tenant\":\"acme\"}                                                        | tenant   | roles   | ~~",
                "{\"tenant\":[\"acme\"]}                                                      | tenant   | roles   | ~~",
                "{\"https://a.example/tenant\":\"acme\"}                                       | https://a.example/tenant | roles | ~~",
                "{\"o/id\":\"acme\",\"o\":{\"id\":\"evil\"}}                                  | o/id     | roles   | ~~",
            })
    void tenantAndScopesComeFromClaims(String claims, String tenantClaim, String rolesClaim, String scopes) {
        Identity identity = identity(claims, new Names(tenantClaim, Optional.empty(), rolesClaim, "c-"))
                .orElseThrow();

        assertThat(identity.tenant()).isEqualTo("acme");
        assertThat(identity.scopes().stream().map(Scope::name).toList())
                .containsExactlyInAnyOrder(scopes.isEmpty() ? new String[0] : scopes.split(","));
    }

    @Test
    void whoNamesNoTenantIsNotKnownUnlessAllAreOfOne() {
        Names plain = new Names("tenant", Optional.empty(), "roles", "");

        assertThat(identity("{\"sub\":\"alice\"}", plain)).isEmpty();
        assertThat(identity("{\"tenant\":7}", plain)).isEmpty();
        assertThat(identity("{\"sub\":\"alice\"}", new Names("tenant", Optional.of("acme"), "roles", "")))
                .hasValueSatisfying(known -> assertThat(known.tenant()).isEqualTo("acme"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[\"acme\",\"evil\"]", "[]", "7", "[7]", "{\"id\":\"acme\"}", "null", "true", "\"\"", "\" \""})
    void whatIsNotExactlyOneTextIsNoTenantAndNotTheDefaultEither(String tenant) {
        Names withDefault = new Names("tenant", Optional.of("acme"), "roles", "");

        assertThat(identity("{\"tenant\":" + tenant + "}", withDefault)).isEmpty();
    }

    @Test
    void aTenantsNameIsTakenAsItIs() {
        assertThat(identity("{\"tenant\":\"acme evil\"}", new Names("tenant", Optional.empty(), "roles", "")))
                .hasValueSatisfying(known -> assertThat(known.tenant()).isEqualTo("acme evil"));
    }

    private static Optional<Identity> identity(String claims, BearerConfig config) {
        return new Claims(EventJson.decode(claims, JsonNode.class)).identity(config);
    }
}
