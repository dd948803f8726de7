/** Errors as {@code application/problem+json}. */
package io.cliprelay.kit.problem;
