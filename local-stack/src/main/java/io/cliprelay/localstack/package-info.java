/** A real Kafka broker and a real PostgreSQL for laptops and tests, with nothing installed beforehand. */
package io.cliprelay.localstack;
