package io.cliprelay.sandbox.tiktok;

/** The settings at this moment. */
interface SettingsInForce {

    TikTokSettings current();
}
