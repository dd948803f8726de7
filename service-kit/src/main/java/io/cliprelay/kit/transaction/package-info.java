/** Transactions that kit tables take part in. */
package io.cliprelay.kit.transaction;
