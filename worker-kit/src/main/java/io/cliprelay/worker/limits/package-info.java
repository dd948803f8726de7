/** What a platform may still be asked: budgets that replicas share, and breakers for when it does not answer. */
package io.cliprelay.worker.limits;
