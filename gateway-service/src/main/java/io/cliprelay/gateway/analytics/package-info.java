/** Passes questions on to the analytics service. */
package io.cliprelay.gateway.analytics;
