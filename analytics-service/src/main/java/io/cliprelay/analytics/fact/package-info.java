/** What is known of each upload, in whatever order it is told and however often. */
package io.cliprelay.analytics.fact;
