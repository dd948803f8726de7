/** LinkedIn: videos in parts, posts of members and organisations, tokens. */
package io.cliprelay.sandbox.linkedin;
