/** Measures of the packaged stack, each one command; figures are printed, never asserted. */
package io.cliprelay.benchmarks;
