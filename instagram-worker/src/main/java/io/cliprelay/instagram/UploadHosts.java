package io.cliprelay.instagram;

import java.net.URI;
import java.util.List;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/** Where bytes and the token may go: the address comes with an answer, and both are worth something. */
final class UploadHosts {

    private UploadHosts() {}

    /** The address, if its host ends as one of these do. */
    static String checked(String uri, List<String> ends) {
        String host = host(uri);
        boolean known = ends.stream().anyMatch(end -> host.equals(end) || host.endsWith("." + end));
        if (known) {
            return uri;
        }
        throw UploadException.refused(new UploadFailure.Unknown(new UploadFailure.Reason(
                "instagram.upload-host",
                "Instagram wants the bytes sent to %s, which is none of its known hosts".formatted(host),
                "The operator may allow the host by cliprelay.instagram.upload-hosts.")));
    }

    private static String host(String uri) {
        try {
            return String.valueOf(URI.create(uri).getHost());
        } catch (IllegalArgumentException none) {
            return "no address";
        }
    }
}
