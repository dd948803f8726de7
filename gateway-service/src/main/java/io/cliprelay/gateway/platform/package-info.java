/** The platforms, as their workers tell of them. */
package io.cliprelay.gateway.platform;
