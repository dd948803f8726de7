/** What open event streams cost, and how soon they tell. */
package io.cliprelay.benchmarks.streams;
