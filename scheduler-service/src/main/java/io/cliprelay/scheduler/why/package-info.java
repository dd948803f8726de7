/** Why an upload is not out yet, and what was tried so far. */
package io.cliprelay.scheduler.why;
