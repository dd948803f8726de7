package io.cliprelay.sandbox.youtube;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.LiveSettings;
import io.cliprelay.sandbox.admin.Forgetful;
import io.cliprelay.sandbox.oauth.Channels;
import io.cliprelay.sandbox.oauth.Tokens;

/** What YouTube remembers besides its posts. */
@Singleton
class YouTubeMemory implements Forgetful {

    private final UploadSessions sessions;
    private final Quota quota;
    private final LiveSettings settings;
    private final Channels channels;
    private final Tokens tokens;

    YouTubeMemory(UploadSessions sessions, Quota quota, LiveSettings settings, Channels channels, Tokens tokens) {
        this.sessions = sessions;
        this.quota = quota;
        this.settings = settings;
        this.channels = channels;
        this.tokens = tokens;
    }

    @Override
    public void forgetEverything() {
        sessions.forgetAll();
        quota.forget();
        settings.reset();
        channels.reset();
        tokens.reset();
    }
}
