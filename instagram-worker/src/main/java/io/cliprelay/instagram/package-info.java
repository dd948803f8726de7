/** Publishes Reels to Instagram by the Graph API, with both of its logins. */
package io.cliprelay.instagram;
