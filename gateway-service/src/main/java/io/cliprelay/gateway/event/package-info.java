/** What happens to clips and uploads, kept in its order for those who are told of it: by webhooks and by event streams. */
package io.cliprelay.gateway.event;
