package io.cliprelay.gateway.submission.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.gateway.submission.SubmissionReader;
import io.cliprelay.kit.problem.ProblemException;
import io.cliprelay.kit.problem.UnreadableJson;

/**
 * Takes a batch apart. A row that cannot be read is one among the others; a body that cannot be taken apart, or has too
 * many rows, is a problem.
 */
public final class BatchReader {

    static final String KEY = "idempotencyKey";

    private static final ObjectMapper JSON = EventJson.mapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS)
            .build();

    private final int mostRows;

    /** @param mostRows as a batch may have */
    public BatchReader(int mostRows) {
        this.mostRows = mostRows;
    }

    /** The rows of a JSON array. */
    public List<BatchRow> array(String body) throws JsonProcessingException {
        if (!(JSON.readTree(body) instanceof ArrayNode array)) {
            throw MismatchedInputException.from(null, List.class, "The body is no array; send a JSON array of clips.");
        }
        Rows rows = new Rows();
        array.forEach(rows::add);
        return rows.all();
    }

    /** The rows of newline-delimited JSON; blank lines are none. */
    public List<BatchRow> lines(String body) {
        Rows rows = new Rows();
        body.lines().filter(line -> !line.isBlank()).forEach(rows::addLine);
        return rows.all();
    }

    /** The rows of comma-separated values below a line with the names of the columns. */
    public List<BatchRow> csv(String body) {
        Rows rows = new Rows();
        try (MappingIterator<Map<String, String>> lines = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(body)) {
            while (lines.hasNextValue()) {
                rows.add(CsvClip.json(lines.nextValue()));
            }
            return rows.all();
        } catch (JsonProcessingException unreadable) {
            throw new ProblemException(BatchProblems.unreadableCsv(unreadable));
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    /** Those read so far. */
    private final class Rows {
        private final List<BatchRow> read = new ArrayList<>();

        void addLine(String line) {
            try {
                add(JSON.readTree(line));
            } catch (JsonProcessingException malformed) {
                keep(new BatchRow.Unreadable(
                        read.size(), Optional.empty(), BatchRow.inRow(read.size(), UnreadableJson.problem(malformed))));
            }
        }

        void add(JsonNode json) {
            int row = read.size();
            Optional<String> key = Optional.empty();
            if (json instanceof ObjectNode object) {
                key = Optional.ofNullable(object.remove(KEY)).map(JsonNode::asText);
            }
            keep(row(row, key, json));
        }

        private BatchRow row(int row, Optional<String> key, JsonNode json) {
            try {
                return new BatchRow.Readable(row, key, SubmissionReader.read(json));
            } catch (JsonProcessingException wrong) {
                return new BatchRow.Unreadable(row, key, BatchRow.inRow(row, UnreadableJson.problem(wrong)));
            }
        }

        private void keep(BatchRow row) {
            if (read.size() == mostRows) {
                throw new ProblemException(BatchProblems.tooManyRows(mostRows));
            }
            read.add(row);
        }

        List<BatchRow> all() {
            if (read.isEmpty()) {
                throw new ProblemException(BatchProblems.empty());
            }
            return List.copyOf(read);
        }
    }
}
