/** Time as a parameter. */
package io.cliprelay.kit.clock;
