package io.cliprelay.sandbox.account;

/**
 * An account as the admin API shows it.
 *
 * @param name the short name that the sandbox's own API uses
 * @param id the platform's own id
 * @param token the refresh token, or on platforms without these the access token; null where it is not shown
 */
public record AccountView(String platform, String name, String title, String id, String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "AccountView[" + platform + "/" + name + "]";
    }
}
