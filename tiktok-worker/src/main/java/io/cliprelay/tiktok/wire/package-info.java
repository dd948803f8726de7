/** TikTok's JSON, field by field. */
package io.cliprelay.tiktok.wire;
