/** Connected social accounts, as everyone but their worker sees them: without credentials. */
package io.cliprelay.contracts.account;
