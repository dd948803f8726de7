/** Clips as they are handed in, and what the gateway tells of them. */
package io.cliprelay.contracts.clip;
