/** Uploads: the states they go through, the commands that start them, the events and progress that tell of them. */
package io.cliprelay.contracts.upload;
