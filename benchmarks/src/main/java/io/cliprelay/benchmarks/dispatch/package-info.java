/** The scheduler's engine beside other engines for due work, on the same database and broker. */
package io.cliprelay.benchmarks.dispatch;
