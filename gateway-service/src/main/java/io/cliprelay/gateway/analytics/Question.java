package io.cliprelay.gateway.analytics;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a caller may ask with; passed on as it came, and read by the analytics service. Null what was not sent. */
public class Question {

    @Parameter(description = "The first instant: 2026-12-01, 2026-12-01T18:00 (in the zone) or 2026-12-01T18:00:00Z")
    @QueryParam("from")
    public String from;

    @Parameter(description = "The first instant that is left out, written like from")
    @QueryParam("to")
    public String to;

    @Parameter(description = "The time zone whose days and hours are meant: Europe/Berlin; UTC where none is named")
    @QueryParam("zone")
    public String zone;

    @Parameter(description = "One platform only")
    @QueryParam("platform")
    public String platform;

    @Parameter(description = "One account only, by its id")
    @QueryParam("account")
    public String account;

    @Parameter(description = "history: uploads that ended so only")
    @QueryParam("state")
    public String state;

    @Parameter(
            description = "What the rows are: platform, account, hour or day; for content clip, tag, weekday or hour")
    @QueryParam("by")
    public String by;

    @Parameter(description = "The most rows, from 1 to 1000; 100 where nothing is said")
    @QueryParam("limit")
    public String limit;

    @Parameter(description = "history: the nextCursor of the page before")
    @QueryParam("cursor")
    public String cursor;

    @Parameter(description = "json or csv")
    @QueryParam("format")
    public String format;
}
