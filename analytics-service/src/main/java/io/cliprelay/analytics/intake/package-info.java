/** Events in, many at a time, each counted once. */
package io.cliprelay.analytics.intake;
