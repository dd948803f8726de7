/** Who may call, and as which tenant. */
package io.cliprelay.gateway.access;
