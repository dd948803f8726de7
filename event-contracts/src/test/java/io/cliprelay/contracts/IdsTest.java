package io.cliprelay.contracts;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdsTest {

    private static final UUID CLIP = UUID.fromString("019b2c5e-7a10-7c3e-9d41-2f6b8a01c9d4");
    private static final UUID ACCOUNT = UUID.fromString("c7a1b5d2-94e8-5f36-b0a7-1d2c3b4a5968");

    /** These values are in databases and on topics: should this fail, derive as before. */
    @Test
    void derivedIdsAreForEver() {
        assertThat(Ids.upload(CLIP, ACCOUNT)).hasToString("c012c55f-e3a4-5f9f-8370-51b8047095d9");
        assertThat(Ids.account("default", "youtube", "demo")).hasToString("cc68e7d5-1ed2-5b15-b0e4-54bc890857f9");
        assertThat(Ids.account("default", "youtube", "Müller & Söhne 🎬"))
                .hasToString("f749b9ee-eb31-5e00-9209-53021c435c52");
    }

    @Test
    void derivedIdsAreOfVersion5() {
        assertThat(Ids.upload(CLIP, ACCOUNT).version()).isEqualTo(5);
        assertThat(Ids.account("default", "youtube", "demo").version()).isEqualTo(5);
    }

    @Test
    void whatDiffersInAnyPartHasAnotherId() {
        assertThat(List.of(
                        Ids.account("a", "b", "c"),
                        Ids.account("ab", "", "c"),
                        Ids.account("a", "bc", ""),
                        Ids.account("", "ab", "c"),
                        Ids.upload(CLIP, ACCOUNT),
                        Ids.upload(ACCOUNT, CLIP)))
                .doesNotHaveDuplicates();
    }

    @Test
    void newClipsHaveTimeOrderedIdsOfVersion7() {
        List<UUID> clips = Stream.generate(Ids::newClip).limit(100).toList();

        assertThat(clips).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
        assertThat(clips.stream().map(id -> id.getMostSignificantBits() >>> 16)).isSorted();
    }
}
