/** The admin API: what tests and people ask of the sandbox itself. */
package io.cliprelay.sandbox.admin;
