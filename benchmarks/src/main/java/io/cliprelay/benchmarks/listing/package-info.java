/** How soon a page of a long list of clips is there. */
package io.cliprelay.benchmarks.listing;
