/** TikTok: the Content Posting API, its OAuth and its display calls. */
package io.cliprelay.sandbox.tiktok;
