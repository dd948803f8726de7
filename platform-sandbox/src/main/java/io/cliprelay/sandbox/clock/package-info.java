/** The time of everything in the sandbox, which tests may move. */
package io.cliprelay.sandbox.clock;
