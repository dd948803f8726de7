package io.cliprelay.contracts.clip;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

import io.cliprelay.contracts.EventType;
import io.cliprelay.contracts.upload.Priority;

/**
 * A clip as it is handed in, the body of {@code POST /v1/clips} and the data of a clip-intake event. Nothing is checked
 * here, so that one answer can name all that is wrong with it.
 *
 * @param media where the video is: a {@code file:} or {@code https:} URI
 * @param sha256 the digest that the video's bytes must have, as 64 hexadecimal digits; a video with another one is not
 *     published
 * @param thumbnail an image to show for the video, by the same kinds of URI
 * @param privacy who may see it; private where absent
 * @param schedule when to publish; at once where absent
 * @param priority its turn among what is due; normal where absent
 * @param notAfter not begun after this instant: what is not out by then is cancelled
 * @param stagger how targets without a time of their own follow each other; all at one time where absent
 */
@EventType("io.cliprelay.clip.submission.v1")
public record ClipSubmission(
        Optional<URI> media,
        Optional<String> sha256,
        Optional<String> title,
        Optional<String> description,
        List<String> tags,
        Optional<Privacy> privacy,
        Optional<URI> thumbnail,
        Optional<Schedule> schedule,
        Optional<Priority> priority,
        Optional<Instant> notAfter,
        Optional<Stagger> stagger,
        List<Target> targets) {

    public ClipSubmission {
        media = orEmpty(media);
        sha256 = orEmpty(sha256);
        title = orEmpty(title);
        description = orEmpty(description);
        tags = copied(tags);
        privacy = orEmpty(privacy);
        thumbnail = orEmpty(thumbnail);
        schedule = orEmpty(schedule);
        priority = orEmpty(priority);
        notAfter = orEmpty(notAfter);
        stagger = orEmpty(stagger);
        targets = copied(targets);
    }

    /** A clip of normal priority, without a deadline, to all its targets at one time. */
    public ClipSubmission(
            Optional<URI> media,
            Optional<String> sha256,
            Optional<String> title,
            Optional<String> description,
            List<String> tags,
            Optional<Privacy> privacy,
            Optional<URI> thumbnail,
            Optional<Schedule> schedule,
            List<Target> targets) {
        this(
                media,
                sha256,
                title,
                description,
                tags,
                privacy,
                thumbnail,
                schedule,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                targets);
    }

    /**
     * When to publish: at an instant, or at a local time in a zone, or in a slot of the account.
     *
     * @param local a date and time such as {@code 2026-12-01T18:00}, see {@link WallTime}
     * @param zone the IANA zone of {@code local}, such as {@code Europe/Berlin}
     */
    public record Schedule(
            Optional<Instant> at, Optional<String> local, Optional<String> zone, Optional<SlotChoice> slot) {
        public Schedule {
            at = orEmpty(at);
            local = orEmpty(local);
            zone = orEmpty(zone);
            slot = orEmpty(slot);
        }

        /** At an instant. */
        public Schedule(Optional<Instant> at) {
            this(at, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * How targets follow each other.
     *
     * @param order platforms, the first first; those not named follow in the order of the targets
     * @param gap from one target to the next; the installation's where absent
     * @param jitter each but the first goes out later by a part of this, by chance; none where absent
     * @param waitForFirst whether the others wait until the first is published, and are cancelled where it is not
     */
    public record Stagger(
            List<String> order, Optional<Duration> gap, Optional<Duration> jitter, Optional<Boolean> waitForFirst) {
        public Stagger {
            order = copied(order);
            gap = orEmpty(gap);
            jitter = orEmpty(jitter);
            waitForFirst = orEmpty(waitForFirst);
        }
    }

    /**
     * One account the clip shall go to, and what is to be different there.
     *
     * @param platform the platform's id, such as {@code youtube}
     * @param account the account's name or id; may be absent where the tenant has just one on the platform
     * @param options what only this platform knows, by the names in its descriptor
     */
    public record Target(
            Optional<String> platform,
            Optional<String> account,
            Optional<String> title,
            Optional<String> description,
            Optional<List<String>> tags,
            Optional<Privacy> privacy,
            Optional<Schedule> schedule,

            @JsonDeserialize(contentUsing = OptionValue.class)
            Map<String, String> options) {
        public Target {
            platform = orEmpty(platform);
            account = orEmpty(account);
            title = orEmpty(title);
            description = orEmpty(description);
            tags = orEmpty(tags).map(ClipSubmission::copied);
            privacy = orEmpty(privacy);
            schedule = orEmpty(schedule);
            options = options == null ? Map.of() : Map.copyOf(options);
        }
    }

    /** Jackson hands null for a component that is absent from the JSON when no module says otherwise. */
    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    private static <T> List<T> copied(List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
