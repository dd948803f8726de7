/** What a service says of its disk, its memory and Kafka: it goes on, and is reported, while one of them is not well. */
package io.cliprelay.kit.health;
