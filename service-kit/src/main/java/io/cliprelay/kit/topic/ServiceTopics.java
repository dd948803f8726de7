package io.cliprelay.kit.topic;

import java.util.List;

import io.cliprelay.contracts.TopicSpec;

/** Topics that a service needs beside the shared ones: a bean of this type is asked at start. */
@FunctionalInterface
public interface ServiceTopics {

    List<TopicSpec> topics();
}
