/**
 * What is asked of the scheduler, which alone knows what is not out yet: changes, explanations, recurring slots, and whether
 * platforms have room for what is submitted.
 */
package io.cliprelay.gateway.schedule;
