/** Makes history and tallies anew from Kafka alone, while the present ones go on being served. */
package io.cliprelay.analytics.rebuild;
