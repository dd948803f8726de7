/** How to speak to LinkedIn: its versioned video and post calls. */
package io.cliprelay.linkedin;
