/** One idempotency key, one answer: for whatever is posted, beside the handing in of clips. */
package io.cliprelay.gateway.idempotency;
