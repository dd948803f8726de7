/** What is asked of the scheduler: which slots there are, and whether platforms have room for what is submitted. */
package io.cliprelay.gateway.schedule;
