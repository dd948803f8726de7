/** Publishes to TikTok: the Content Posting API with file uploads. */
package io.cliprelay.tiktok;
