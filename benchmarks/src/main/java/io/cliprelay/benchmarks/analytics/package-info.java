/** How fast events are counted, and how fast the numbers of a large year are told. */
package io.cliprelay.benchmarks.analytics;
