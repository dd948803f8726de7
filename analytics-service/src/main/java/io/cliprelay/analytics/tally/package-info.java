/** Plain arithmetic over counts. */
package io.cliprelay.analytics.tally;
