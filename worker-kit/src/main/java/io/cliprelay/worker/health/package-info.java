/** How a worker's platform is: a worker whose platform is not well is degraded, and does what it can. */
package io.cliprelay.worker.health;
