/** What other hosts may be spoken to. */
package io.cliprelay.kit.net;
