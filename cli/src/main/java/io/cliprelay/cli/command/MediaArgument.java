package io.cliprelay.cli.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where media are: a URI, or the path of a file. */
final class MediaArgument implements ITypeConverter<URI> {

    @Override
    public URI convert(String value) {
        try {
            return value.matches("[a-z0-9]{2,}:.*")
                    ? new URI(value)
                    : Path.of(value).toAbsolutePath().normalize().toUri();
        } catch (URISyntaxException unreadable) {
            throw new TypeConversionException(
                    "'" + value + "' is no URI (" + unreadable.getReason() + "); write a space as %20");
        } catch (InvalidPathException unreadable) {
            throw new TypeConversionException("'" + value + "' is no path of a file: " + unreadable.getReason());
        }
    }
}
