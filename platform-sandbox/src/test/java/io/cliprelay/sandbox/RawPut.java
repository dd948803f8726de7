package io.cliprelay.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A PUT whose connection the test holds in its hands, to stop in the middle of it. */
public final class RawPut implements AutoCloseable {

    private final Socket socket;

    /** Sends the head of a request that announces so many bytes from this offset on. */
    public RawPut(URI session, String token, long from, long announced, long total) throws IOException {
        socket = new Socket(session.getHost(), session.getPort());
        var head = """
                PUT %s?%s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Length: %d\r
                Content-Range: bytes %d-%d/%d\r
                \r
                """.formatted(
                        session.getPath(),
                        session.getRawQuery(),
                        session.getAuthority(),
                        token,
                        announced,
                        from,
                        from + announced - 1,
                        total);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    public void send(byte[] media, int from, int count) throws IOException {
        socket.getOutputStream().write(media, from, count);
        socket.getOutputStream().flush();
    }

    /** True once the server has closed the connection without a word. */
    public boolean closedByServer() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
