/** A platform of paper: what the kit needs of a platform, in memory, with things going wrong on demand. */
package io.cliprelay.worker.paper;
