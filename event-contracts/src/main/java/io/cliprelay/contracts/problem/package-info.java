/** How an error is told, over HTTP and in replies. */
package io.cliprelay.contracts.problem;
