/** Records that nobody could read or handle: what they are, and how they are sent again. */
package io.cliprelay.gateway.deadletter;
