package io.cliprelay.analytics.report;

import java.util.List;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How an answer is written. */
enum Format {
    JSON,
    CSV;

    /** @param rows those of {@code answer} */
    Response write(Object answer, List<?> rows) {
        return switch (this) {
            case JSON -> Response.ok(answer, MediaType.APPLICATION_JSON).build();
            case CSV -> Response.ok(Csv.of(rows), "text/csv;charset=utf-8").build();
        };
    }
}
