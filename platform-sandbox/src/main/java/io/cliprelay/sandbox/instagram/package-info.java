/** Instagram's Graph API as far as Reels are published by it, with both of its logins. */
package io.cliprelay.sandbox.instagram;
