/** Transactions over Hibernate Reactive that the outbox can take part in. */
package io.cliprelay.gateway.store;
