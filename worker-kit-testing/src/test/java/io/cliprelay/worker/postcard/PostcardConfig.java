package io.cliprelay.worker.postcard;

import io.smallrye.config.ConfigMapping;

import io.cliprelay.worker.PlatformSettings;

/** What every platform's worker can be told; this one needs nothing more. */
@ConfigMapping(prefix = "cliprelay.postcard")
public interface PostcardConfig extends PlatformSettings {}
