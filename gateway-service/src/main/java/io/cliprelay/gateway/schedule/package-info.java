/** What is asked of the scheduler: which slots there are, whether platforms have room, why an upload waits, and changes. */
package io.cliprelay.gateway.schedule;
