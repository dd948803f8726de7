package io.cliprelay.analytics.report;

/** What posts are told apart by. */
enum ContentBy {
    CLIP,
    TAG,
    WEEKDAY,
    HOUR
}
