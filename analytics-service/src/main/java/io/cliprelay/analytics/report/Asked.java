package io.cliprelay.analytics.report;

import org.jboss.resteasy.reactive.RestQuery;

/** A question as it comes in; {@link Question} is what it means. Fields are null where nothing was sent. */
public class Asked {

    @RestQuery
    String tenant;

    @RestQuery
    String from;

    @RestQuery
    String to;

    @RestQuery
    String zone;

    @RestQuery
    String platform;

    @RestQuery
    String account;

    @RestQuery
    String state;

    @RestQuery
    String by;

    @RestQuery
    String limit;

    @RestQuery
    String cursor;

    @RestQuery
    String format;
}
