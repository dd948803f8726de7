package io.cliprelay.kit.token;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;

import io.cliprelay.kit.secret.SecretWatch;
import io.cliprelay.kit.secret.Watched;

/** Makes and checks the tokens by which services know the gateway: JWTs, signed, for one service, soon over. */
@ApplicationScoped
public class ServiceTokens {

    private static final String ISSUER = "cliprelay-gateway";

    /** What clocks of machines may differ by. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final Watched<JwtMac> mac;
    private final Duration lifetime;
    private final InstantSource clock;

    @Inject
    ServiceTokens(ServiceKeysConfig config, InstantSource clock, SecretWatch secrets) {
        this(config, clock);
        secrets.add(mac);
    }

    ServiceTokens(ServiceKeysConfig config, InstantSource clock) {
        this.mac = new Watched<>(config.file(), () -> ServiceKeys.mac(config), never -> {});
        this.lifetime = config.lifetime();
        this.clock = clock;
    }

    /** A token for {@code audience}, the name of a service. */
    public String mint(String audience) {
        Instant now = clock.instant();
        RawJwt token = RawJwt.newBuilder()
                .setIssuer(ISSUER)
                .setAudience(audience)
                .setIssuedAt(now)
                .setExpiration(now.plus(lifetime))
                .build();
        try {
            return mac.get().computeMacAndEncode(token);
        } catch (GeneralSecurityException cannotHappen) {
            throw new IllegalStateException("A token could not be signed", cannotHappen);
        }
    }

    /** Whether {@code token} was made by a holder of a key, for {@code audience}, and is not over. */
    public boolean holds(String token, String audience) {
        JwtValidator validator = JwtValidator.newBuilder()
                .expectIssuer(ISSUER)
                .expectAudience(audience)
                .expectIssuedInThePast()
                .setClock(clock.withZone(ZoneOffset.UTC))
                .setClockSkew(SKEW)
                .build();
        try {
            mac.get().verifyMacAndDecode(token, validator);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }
}
