/** Events in: read, handled once in effect, set aside when they cannot be read. */
package io.cliprelay.kit.consume;
