package io.cliprelay.worker.account;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.cliprelay.contracts.TopicSpec;
import io.cliprelay.contracts.Topics;
import io.cliprelay.kit.topic.ServiceTopics;
import io.cliprelay.worker.spi.PlatformUploader;

/** The topic of this worker's commands. */
@ApplicationScoped
public class PlatformTopics implements ServiceTopics {

    private final PlatformUploader uploader;

    PlatformTopics(PlatformUploader uploader) {
        this.uploader = uploader;
    }

    @Override
    public List<TopicSpec> topics() {
        return Topics.ofPlatform(uploader.descriptor().platform());
    }
}
