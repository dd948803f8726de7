/** How many clips the gateway takes in, and how soon it tells others of them. */
package io.cliprelay.benchmarks.ingest;
