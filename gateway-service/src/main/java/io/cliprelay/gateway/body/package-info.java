/** Bodies as callers send them. */
package io.cliprelay.gateway.body;
