/** Clips and their uploads: as stored, and as shown. */
package io.cliprelay.gateway.clip;
