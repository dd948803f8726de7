/** Owns time: one job per upload, dispatched when due, tried again when that may help. */
package io.cliprelay.scheduler;
