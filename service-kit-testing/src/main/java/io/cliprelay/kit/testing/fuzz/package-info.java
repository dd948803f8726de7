/** Asks an API what it does not expect, made up from its own description, and looks for what must never come back. */
package io.cliprelay.kit.testing.fuzz;
