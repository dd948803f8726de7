/** Secrets at rest: sealed by keys that the installation gives, which are kept elsewhere. */
package io.cliprelay.worker.account.seal;
