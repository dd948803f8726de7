/** A person settles an upload that the platform gives no answer for. */
package io.cliprelay.gateway.settlement;
