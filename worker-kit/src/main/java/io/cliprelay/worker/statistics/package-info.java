/** What published posts come to: read from the platform for weeks after, apart from uploads. */
package io.cliprelay.worker.statistics;
