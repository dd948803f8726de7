package io.cliprelay.worker.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import io.quarkus.arc.Unremovable;
import io.quarkus.credentials.CredentialsProvider;
import io.smallrye.mutiny.Uni;

import io.cliprelay.kit.secret.SecretWatch;
import io.cliprelay.kit.secret.Watched;
import io.cliprelay.worker.PlatformSettings;

/**
 * The secret of the OAuth client that this installation is to the platform, as it is now: from a file that may be exchanged
 * while the worker runs, where there is one, else from the configuration. The OIDC client asks again when the platform
 * refuses the one that it has.
 */
@Unremovable
@ApplicationScoped
@Named(AppSecret.NAME)
public class AppSecret implements CredentialsProvider {

    /** As which {@code quarkus.oidc-client} asks for it. */
    static final String NAME = "platform-app";

    static final String KEY = "client-secret";

    private final Watched<String> secret;

    @Inject
    AppSecret(AppSecretConfig config, PlatformSettings settings, SecretWatch secrets) {
        this(secrets.add(watched(config.file(), settings)));
    }

    AppSecret(Watched<String> secret) {
        this.secret = secret;
    }

    private static Watched<String> watched(Optional<Path> file, PlatformSettings settings) {
        return new Watched<>(
                file,
                () -> file.filter(Files::exists).map(AppSecret::read).orElseGet(settings::clientSecret),
                any -> {});
    }

    /** The one to use now. */
    public String current() {
        return secret.get();
    }

    @Override
    public Uni<Map<String, String>> getCredentialsAsync(String any) {
        return Uni.createFrom().item(getCredentials(any));
    }

    @Override
    public Map<String, String> getCredentials(String any) {
        return Map.of(KEY, current());
    }

    private static String read(Path file) {
        try {
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException("%s is empty".formatted(file));
            }
            return text;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "%s, which cliprelay.worker.client-secret.file names, cannot be read".formatted(file), unreadable);
        }
    }
}
