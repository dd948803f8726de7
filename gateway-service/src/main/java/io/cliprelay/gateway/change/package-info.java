/** What a clip's owner wants otherwise: another time, other words, later, not at all, once more. */
package io.cliprelay.gateway.change;
