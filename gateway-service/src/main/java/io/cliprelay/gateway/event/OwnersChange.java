package io.cliprelay.gateway.event;

/** What an owner changed of a clip as a whole, as others are told. */
public enum OwnersChange {
    /** It goes out at other times, whatever else of it is different. */
    RESCHEDULED("clip.rescheduled"),
    /** It says something else, at the same times. */
    REVISED("clip.revised"),
    PAUSED("clip.paused"),
    RESUMED("clip.resumed");

    private final String type;

    OwnersChange(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }
}
