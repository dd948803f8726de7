package io.cliprelay.cli.command;

import java.util.UUID;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a clip or an upload. */
final class IdArgument implements ITypeConverter<UUID> {

    @Override
    public UUID convert(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException none) {
            throw new TypeConversionException("'" + value
                    + "' is no id; submit and clips print them, such as 01a22836-b47e-7990-a033-f29c8d5fb671");
        }
    }
}
