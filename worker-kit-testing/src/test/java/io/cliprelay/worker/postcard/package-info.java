/** A platform that there is not: all that a new platform's worker consists of, as small as it can be. */
package io.cliprelay.worker.postcard;
