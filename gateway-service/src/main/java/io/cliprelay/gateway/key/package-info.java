/** API keys that callers make for themselves: shown once, known by their hash, revocable. */
package io.cliprelay.gateway.key;
