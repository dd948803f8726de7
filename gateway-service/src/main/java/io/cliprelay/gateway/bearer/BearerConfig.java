package io.cliprelay.gateway.bearer;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the tokens of the provider say of a caller. A claim is found by its name, or by a path into
 * nested ones: {@code realm_access/roles}. */
@ConfigMapping(prefix = "cliprelay.oidc")
public interface BearerConfig {

    /** Whether tokens of a provider are taken; {@code quarkus.oidc} says which provider. */
    @WithDefault("false")
    boolean enabled();

    /** The claim that names the caller's tenant: exactly one text, which is taken as it is. */
    @WithDefault("tenant")
    String tenantClaim();

    /** The tenant of callers whose token does not have the claim; where absent, they are not known. */
    Optional<String> tenant();

    /** The claim that lists what the caller may do: texts, or one text with spaces. */
    @WithDefault("roles")
    String rolesClaim();

    /** What stands before the scope in a role that is meant for Cliprelay: {@code cliprelay-} for {@code cliprelay-submit}. */
    @WithDefault("cliprelay-")
    String rolePrefix();
}
