/** Tells tenants' programs what happens, by HTTP, as the Standard Webhooks specification says. */
package io.cliprelay.gateway.webhook;
