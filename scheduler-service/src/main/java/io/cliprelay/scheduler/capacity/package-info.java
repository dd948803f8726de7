/** How many replicas of its worker a platform needs for what is planned next, and how they come to be. */
package io.cliprelay.scheduler.capacity;
