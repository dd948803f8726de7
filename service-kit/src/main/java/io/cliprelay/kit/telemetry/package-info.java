/** Trace contexts where the framework does not carry them: through tables. */
package io.cliprelay.kit.telemetry;
