package io.cliprelay.scheduler.hold;

import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;

/**
 * Where in its topic a word stands. All words about an account, and all about a platform, stand in one partition, in the
 * order in which they were told: that order holds, whatever the clocks of those who told them say.
 */
record Heard(int partition, long offset) {

    static Heard of(IncomingKafkaRecord<?, ?> incoming) {
        return new Heard(incoming.getPartition(), incoming.getOffset());
    }
}
