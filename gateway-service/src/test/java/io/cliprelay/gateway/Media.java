package io.cliprelay.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;

/** Files to submit, in the folder that media may be read from. */
public final class Media {

    private static final byte[] MP4 = HexFormat.of().parseHex("00000018667479706d703432000000006d70343269736f6d");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    private Media() {}

    public static Path root() {
        return Path.of(ConfigProvider.getConfig().getValue("cliprelay.media.roots", String.class));
    }

    public static URI mp4() {
        return mp4(1000);
    }

    public static URI mp4(int size) {
        return file("video.mp4", Arrays.copyOf(MP4, size));
    }

    public static URI png(int size) {
        return file("thumbnail.png", Arrays.copyOf(PNG, size));
    }

    public static URI text() {
        return file("notes.mp4", "no video at all".getBytes(StandardCharsets.UTF_8));
    }

    public static URI empty() {
        return file("empty.mp4", new byte[0]);
    }

    public static URI file(String name, byte[] content) {
        return write(root().resolve(UUID.randomUUID() + "-" + name), content).toUri();
    }

    public static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static byte[] mp4Bytes() {
        return MP4.clone();
    }
}
