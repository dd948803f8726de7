package io.cliprelay.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate for the loopback interface, made for one run.
 *
 * @param store with key and certificate, PKCS#12
 * @param pem the certificate alone
 */
record Certificate(Path store, Path pem) {

    /** Protects nothing: the key lives as long as the run, and signs for the loopback interface. */
    static final String PASSWORD = "benchmark";

    /** By the JDK's own tool. */
    static Certificate make(Path folder) throws IOException {
        Certificate made = new Certificate(folder.resolve("sink.p12"), folder.resolve("sink.pem"));
        made.keytool("-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-validity", "2", "-dname", "CN=localhost");
        made.keytool("-exportcert", "-rfc", "-file", made.pem.toString());
        return made;
    }

    private void keytool(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-alias", "sink", "-keystore", store.toString(), "-storepass", PASSWORD));
        if (words[0].equals("-genkeypair")) {
            command.addAll(List.of("-storetype", "PKCS12", "-ext", "SAN=ip:127.0.0.1,dns:localhost"));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool failed: " + String.join(" ", command));
        }
    }
}
