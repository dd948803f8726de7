/** Commands in, once each; who works at which upload; writes that only the present owner can make. */
package io.cliprelay.worker.inbox;
