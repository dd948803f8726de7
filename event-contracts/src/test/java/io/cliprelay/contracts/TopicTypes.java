package io.cliprelay.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.IntakeReply;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.PlatformCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadProgress;

/** What each topic carries, and all event types there are; the subject of the tests here. */
final class TopicTypes {

    /** A platform to write platform topics for. */
    static final String PLATFORM = "youtube";

    /** What each topic carries, dead-letter topics aside. */
    static final Map<String, EventTypes<?>> BY_TOPIC = Map.of(
            Topics.CLIP_INTAKE,
            EventTypes.of(ClipSubmission.class),
            Topics.CLIP_INTAKE_REPLIES,
            EventTypes.of(IntakeReply.class),
            Topics.CLIP_EVENTS,
            EventTypes.of(ClipEvent.class),
            Topics.platformUpload(PLATFORM),
            EventTypes.of(PlatformCommand.class),
            Topics.UPLOAD_EVENTS,
            EventTypes.of(UploadEvent.class),
            Topics.UPLOAD_PROGRESS,
            EventTypes.of(UploadProgress.class),
            Topics.PLATFORM_CATALOG,
            EventTypes.of(PlatformEvent.class),
            Topics.ACCOUNT_EVENTS,
            EventTypes.of(AccountEvent.class),
            Topics.POST_EVENTS,
            EventTypes.of(PostEvent.class));

    private TopicTypes() {}

    /** Every record of this module that carries {@link EventType}, found in its class files. */
    static List<Class<?>> records() {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString())
                    .<Class<?>>map(TopicTypes::load)
                    .filter(type -> type.isAnnotationPresent(EventType.class))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path classes() {
        try {
            return Path.of(EventType.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, TopicTypes.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
