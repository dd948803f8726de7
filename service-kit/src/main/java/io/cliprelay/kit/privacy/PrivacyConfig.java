package io.cliprelay.kit.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What logs and traces may tell. */
@ConfigMapping(prefix = "cliprelay.privacy")
public interface PrivacyConfig {

    /**
     * Whether personal data are left out of logs and traces: addresses of mail and network, names of accounts, where
     * media lie and posts are. Ids stay.
     */
    @WithDefault("false")
    boolean leaveOutPersonalData();
}
