package io.cliprelay.sandbox.instagram;

/** The two variants of the API, which exclude each other; each has hosts of its own, here a path of its own. */
public enum Login {
    /** graph.instagram.com. */
    INSTAGRAM("/instagram-login"),
    /** graph.facebook.com and rupload.facebook.com. */
    FACEBOOK("/facebook-login");

    private final String path;

    Login(String path) {
        this.path = path;
    }

    /** What the addresses of its hosts begin with. */
    String path() {
        return path;
    }
}
