package io.cliprelay.benchmarks.soak;

/**
 * A call that a clean upload makes.
 *
 * @param nth the how-manieth of this operation, from 1
 */
record FaultPoint(String operation, int nth) {}
