/** The accounts that this worker may publish to, and the tokens that open them. */
package io.cliprelay.worker.account;
