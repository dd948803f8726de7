package io.cliprelay.gateway.media;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.clip.MediaReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class FileLookTest {

    private static final byte[] MP4 = HexFormat.of().parseHex("000000186674797069736f6d00000200");

    @TempDir
    Path folder;

    private Path root;
    private Path outside;
    private FileLook look;

    @BeforeEach
    void oneRoot() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        outside = Files.createDirectory(folder.resolve("outside"));
        look = new FileLook(List.of(root));
    }

    @Test
    void aVideoInARootIsUsableWithItsSizeAndTime() throws IOException {
        Path video = Files.write(root.resolve("my holiday.mp4"), MP4);

        MediaReference media = ((Finding.Usable) look.at(video.toUri(), MediaKind.VIDEO)).media();

        assertThat(media.uri()).isEqualTo(video.toUri());
        assertThat(media.sizeBytes()).contains(16L);
        assertThat(media.lastModified())
                .contains(Files.getLastModifiedTime(video).toInstant());
        assertThat(media.contentType()).contains("video/mp4");
    }

    @Test
    void aLinkThatLeadsOutOfTheRootIsRefused() throws IOException {
        Path secret = Files.write(outside.resolve("secret.mp4"), MP4);
        Path link = Files.createSymbolicLink(root.resolve("link.mp4"), secret);

        assertThat(code(link.toUri())).isEqualTo("media.outside-roots");
    }

    @Test
    void dotsThatLeadOutOfTheRootAreRefused() throws IOException {
        Files.write(outside.resolve("secret.mp4"), MP4);

        assertThat(code(URI.create("file:" + root + "/../outside/secret.mp4"))).isEqualTo("media.outside-roots");
    }

    @Test
    void whetherAFileOutsideExistsIsNotSaid() {
        assertThat(code(outside.resolve("none.mp4").toUri())).isEqualTo("media.outside-roots");
    }

    @Test
    void aFolderWithTheRootsNameInFrontIsNotTheRoot() throws IOException {
        Path sibling = Files.createDirectory(folder.resolve("root-of-others"));

        assertThat(code(Files.write(sibling.resolve("v.mp4"), MP4).toUri())).isEqualTo("media.outside-roots");
    }

    @Test
    void aRootMayItselfBeALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link-to-root"), root);
        Files.write(root.resolve("v.mp4"), MP4);

        FileLook throughLink = new FileLook(List.of(link));

        assertThat(throughLink.at(link.resolve("v.mp4").toUri(), MediaKind.VIDEO))
                .isInstanceOf(Finding.Usable.class);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(code(root.resolve("none.mp4").toUri())).isEqualTo("media.not-found");
    }

    @Test
    void aFolderIsNamed() {
        assertThat(code(root.toUri())).isEqualTo("media.not-a-file");
    }

    @Test
    void aDeviceIsNotRead() {
        FileLook everything = new FileLook(List.of(Path.of("/")));

        assertThat(((Finding.Unusable) everything.at(URI.create("file:/dev/zero"), MediaKind.VIDEO)).code())
                .isEqualTo("media.not-a-file");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        assertThat(code(Files.createFile(root.resolve("empty.mp4")).toUri())).isEqualTo("media.empty");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        Path locked = Files.write(root.resolve("locked.mp4"), MP4);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(locked)).as("root reads everything").isFalse();

        assertThat(code(locked.toUri())).isEqualTo("media.not-readable");
    }

    @Test
    void aTextIsNoVideoWhateverItsName() throws IOException {
        assertThat(code(Files.writeString(root.resolve("v.mp4"), "hello").toUri()))
                .isEqualTo("media.not-recognised");
    }

    @Test
    void aUriThatNamesNoFileIsRefused() {
        assertThat(code(URI.create("file://elsewhere/v.mp4"))).isEqualTo("media.uri.invalid");
        assertThat(code(URI.create("file:v.mp4"))).isEqualTo("media.uri.invalid");
    }

    @Test
    void aVideoIsNoThumbnail() throws IOException {
        Path video = Files.write(root.resolve("v.png"), MP4);

        assertThat(((Finding.Unusable) look.at(video.toUri(), MediaKind.THUMBNAIL)).code())
                .isEqualTo("thumbnail.not-recognised");
    }

    private String code(URI uri) {
        return ((Finding.Unusable) look.at(uri, MediaKind.VIDEO)).code();
    }
}
