/** When uploads go out: in which order what waits is let go, until when, and after whom. */
package io.cliprelay.scheduler.plan;
