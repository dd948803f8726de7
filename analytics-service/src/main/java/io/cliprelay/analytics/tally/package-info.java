/** Plain arithmetic over counts, spans and classes. */
package io.cliprelay.analytics.tally;
