/** Turns events into statistics, each event counted once. */
package io.cliprelay.analytics;
