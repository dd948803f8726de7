/** Events in: what is known of each upload, in whatever order it comes. */
package io.cliprelay.analytics.intake;
