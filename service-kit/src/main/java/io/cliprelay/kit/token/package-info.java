/** How a service knows that it is the gateway that asks: tokens that hold for a minute and for one service. */
package io.cliprelay.kit.token;
