/** What came in: every API call with its instants, and the sums per platform. */
package io.cliprelay.sandbox.traffic;
