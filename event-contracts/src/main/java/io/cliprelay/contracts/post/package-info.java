/** What becomes of posts after they were published. */
package io.cliprelay.contracts.post;
