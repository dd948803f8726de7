package io.cliprelay.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import io.cliprelay.cli.stack.StackException;

/** Reads which SHA-256 a video is to have: the digest itself, or that it is to be computed. */
final class DigestArgument implements ITypeConverter<DigestArgument.Wish> {

    private static final String COMPUTE = "compute";

    /** Tells the digest of a video. */
    @FunctionalInterface
    interface Wish {

        /** Throws {@link StackException} where it cannot be told. */
        String of(URI video);
    }

    @Override
    public Wish convert(String value) {
        if (value.equals(COMPUTE)) {
            return DigestArgument::computed;
        }
        if (!value.matches("[0-9a-fA-F]{64}")) {
            throw new TypeConversionException(
                    "'" + value + "' is no SHA-256 (64 hexadecimal digits) and not \"compute\"");
        }
        String digest = value.toLowerCase(Locale.ROOT);
        return video -> digest;
    }

    private static String computed(URI video) {
        if (!"file".equals(video.getScheme())) {
            throw new StackException("The SHA-256 can be computed of a file only; give it for " + video);
        }
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(Path.of(video)), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new StackException("The SHA-256 cannot be computed: " + unreadable);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
