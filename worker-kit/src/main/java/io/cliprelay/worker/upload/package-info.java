/** The template that every upload follows, whatever its platform, and what happens when it breaks. */
package io.cliprelay.worker.upload;
