package io.cliprelay.sandbox.gallery;

/** What people made of a post since it was published. */
public record Reception(long views, long likes, long comments, long shares) {

    /** Whether it can be: nothing is counted below zero. */
    boolean isPossible() {
        return views >= 0 && likes >= 0 && comments >= 0 && shares >= 0;
    }
}
