package io.cliprelay.sandbox.instagram;

import java.time.Duration;

/**
 * How the emulated Instagram behaves right now.
 *
 * @param uploadBytesPerSecond how fast each request with bytes is read; 0 is unlimited
 * @param processingTime from the last byte until a container is ready
 * @param statusLag how long a published container still says that it is ready
 * @param mediaListLag from publishing until the list of media shows it
 * @param mediaPage how many entries a page of that list has at most, whatever is asked for
 * @param quotaTotal posts of one account within 24 hours
 * @param containersPerDay of one account within 24 hours
 * @param containerLifetime of containers opened from now on
 * @param tokenLifetime of tokens given from now on
 * @param youngestRefresh the age below which a token is not refreshed
 * @param restrictsThoughLive whether publishing is carried out and answered by 4/2207051 all the same
 * @param permalinkFails whether reading a published media is answered by 100/33
 * @param secondPublish what comes of publishing a container once more
 * @param refusesMediaAtOnce whether a video_url that cannot be fetched is refused at creation
 * @param bareSubcode whether the status of a failed container is the subcode alone instead of a sentence
 * @param clockAhead how far this platform's clock is ahead
 * @param insightsGranted whether the accounts' consent covers insights
 */
public record InstagramSettings(
        long uploadBytesPerSecond,
        Duration processingTime,
        Duration statusLag,
        Duration mediaListLag,
        int mediaPage,
        long quotaTotal,
        long containersPerDay,
        Duration containerLifetime,
        Duration tokenLifetime,
        Duration youngestRefresh,
        boolean restrictsThoughLive,
        boolean permalinkFails,
        SecondPublish secondPublish,
        boolean refusesMediaAtOnce,
        boolean bareSubcode,
        Duration clockAhead,
        boolean insightsGranted) {

    /** Which of these the real one does is not documented. */
    public enum SecondPublish {
        REFUSED,
        SAME_POST,
        NEW_POST
    }

    /** As documented, without delays, and with the worst of what is not documented. */
    public static InstagramSettings asDocumented() {
        return new InstagramSettings(
                0,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                100,
                100,
                400,
                Duration.ofHours(24),
                Duration.ofDays(60),
                Duration.ofHours(24),
                false,
                false,
                SecondPublish.NEW_POST,
                false,
                false,
                Duration.ZERO,
                true);
    }
}
