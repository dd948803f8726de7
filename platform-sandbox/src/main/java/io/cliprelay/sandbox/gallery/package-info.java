/** The ledger of everything that was posted, and how people and tests look at it. */
package io.cliprelay.sandbox.gallery;
