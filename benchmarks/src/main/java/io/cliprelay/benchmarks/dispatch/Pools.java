package io.cliprelay.benchmarks.dispatch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.cliprelay.localstack.EmbeddedDatabase;

/** Connections for the peers that want a pool. */
final class Pools {

    private Pools() {}

    static HikariDataSource of(String jdbcUrl, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(EmbeddedDatabase.USER);
        config.setPassword(EmbeddedDatabase.PASSWORD);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }
}
