/** The sandbox as a whole: what is configured at start and what can be changed while it runs. */
package io.cliprelay.sandbox;
