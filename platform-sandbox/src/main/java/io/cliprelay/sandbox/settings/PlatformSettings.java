package io.cliprelay.sandbox.settings;

/**
 * How one platform behaves right now; replaced as a whole, so that a request sees one consistent set. One bean a
 * platform makes its settings adjustable at {@code /sandbox/settings/PLATFORM}. Any thread calls it.
 *
 * @param <S> what can be set; every component is shown and can be changed by its name
 */
public interface PlatformSettings<S extends Record> {

    /** The platform's id, as in {@code youtube}. */
    String platform();

    S current();

    /** From now on; requests that have begun may still see the former ones. */
    void replaceBy(S settings);
}
