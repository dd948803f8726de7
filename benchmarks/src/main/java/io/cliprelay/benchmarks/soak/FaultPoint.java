package io.cliprelay.benchmarks.soak;

/**
 * A call that a clean upload makes.
 *
 * @param nth the how-manieth of this operation, from 1
 * @param titled whether rules can tell by the title whose call it is; else they hit the next one, whosever it is
 */
record FaultPoint(String operation, int nth, boolean titled) {}
