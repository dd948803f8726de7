package io.cliprelay.sandbox.http;

/** The admin API cannot do what it was asked; answered as problem+json. */
public final class BadRequest extends RuntimeException {

    private final String pointer;
    private final String cause;
    private final String cure;

    /**
     * Names what is wrong.
     *
     * @param pointer JSON pointer of the field; empty for the whole body
     * @param cause what is wrong with it, as the rest of a sentence that begins with the field
     * @param cure what to give instead
     */
    public BadRequest(String pointer, String cause, String cure) {
        super((pointer.isEmpty() ? "The body" : pointer) + " " + cause + ": " + cure + ".");
        this.pointer = pointer;
        this.cause = cause;
        this.cure = cure;
    }

    public String pointer() {
        return pointer;
    }

    public String why() {
        return cause;
    }

    public String cure() {
        return cure;
    }
}
