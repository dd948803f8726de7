/** Callers who prove who they are by a token of an OpenID Connect provider. */
package io.cliprelay.gateway.bearer;
