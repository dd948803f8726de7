package io.cliprelay.scheduler;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.cliprelay.contracts.TopicSpec;
import io.cliprelay.contracts.Topics;
import io.cliprelay.kit.topic.ServiceTopics;

/** What the platforms' workers would create. */
@Singleton
public class TestPlatformTopics implements ServiceTopics {

    @Override
    public List<TopicSpec> topics() {
        return Stream.of(Clips.PLATFORM, "hurried", "fragile")
                .flatMap(platform -> Topics.ofPlatform(platform).stream())
                .toList();
    }
}
