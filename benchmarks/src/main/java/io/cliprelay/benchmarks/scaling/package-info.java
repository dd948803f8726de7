/** A simulated week of uploads with replicas that follow the plan, and with replicas that follow the queue. */
package io.cliprelay.benchmarks.scaling;
