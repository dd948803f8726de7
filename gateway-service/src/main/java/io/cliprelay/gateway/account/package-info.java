/** The connected accounts, as their workers tell of them. */
package io.cliprelay.gateway.account;
