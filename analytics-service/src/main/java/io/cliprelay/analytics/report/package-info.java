/** Statistics out, for the gateway. */
package io.cliprelay.analytics.report;
