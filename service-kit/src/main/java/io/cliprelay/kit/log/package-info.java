/** How much each category logs, changed while the service runs. */
package io.cliprelay.kit.log;
