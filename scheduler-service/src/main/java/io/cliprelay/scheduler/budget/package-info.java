/** What platforms allow, held against what is planned: whether an upload fits, or when it does. */
package io.cliprelay.scheduler.budget;
