package io.cliprelay.benchmarks.upload;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

import com.google.api.client.http.FileContent;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.youtube.YouTube;
import com.google.api.services.youtube.model.Video;
import com.google.api.services.youtube.model.VideoSnippet;

/** A process that uploads by Google's own client, once for each file that its standard input names. */
final class GoogleUpload {

    private static final int CHUNK = 8 << 20;

    private GoogleUpload() {}

    /** Takes the sink's address and the store with its certificate; prints a line after each upload. */
    public static void main(String[] arguments) throws Exception {
        YouTube youtube = client(arguments[0], arguments[1]);
        BufferedReader files = new BufferedReader(new InputStreamReader(System.in));
        for (String file = files.readLine(); file != null; file = files.readLine()) {
            upload(youtube, new File(file));
            System.out.println("done");
        }
    }

    private static YouTube client(String sink, String store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = new FileInputStream(store)) {
            keys.load(file, Certificate.PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("sink", keys.getCertificate("sink"));
        return new YouTube.Builder(
                        new NetHttpTransport.Builder()
                                .trustCertificates(trusted)
                                .build(),
                        GsonFactory.getDefaultInstance(),
                        request -> request.getHeaders().setAuthorization("Bearer benchmark"))
                .setRootUrl(sink + "/")
                .setApplicationName("cliprelay-benchmark")
                .build();
    }

    private static void upload(YouTube youtube, File file) throws IOException {
        Video video = new Video().setSnippet(new VideoSnippet().setTitle("benchmark"));
        YouTube.Videos.Insert insert =
                youtube.videos().insert(List.of("snippet", "status"), video, new FileContent("video/mp4", file));
        insert.getMediaHttpUploader().setDirectUploadEnabled(false).setChunkSize(CHUNK);
        insert.execute();
    }
}
