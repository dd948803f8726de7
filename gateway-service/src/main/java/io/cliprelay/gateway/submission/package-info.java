/** How a clip is handed in: by HTTP, checked, stored once per key, answered. */
package io.cliprelay.gateway.submission;
