/** YouTube's Data API v3 as far as publishing needs it: resumable uploads, videos, channels, quota. */
package io.cliprelay.sandbox.youtube;
