package io.cliprelay.gateway.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.gateway.access.Caller;
import io.cliprelay.gateway.access.Needs;
import io.cliprelay.gateway.access.Scope;
import io.cliprelay.gateway.access.TestGuard;
import io.cliprelay.gateway.submission.batch.BatchReader;
import io.cliprelay.gateway.submission.batch.BatchResult;
import io.cliprelay.gateway.submission.batch.BatchRow;

/** The door for many clips at once. */
@Path("/v1/clips/batch")
public class BatchResource {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private final Batches batches;
    private final Caller caller;
    private final BatchReader reader;

    BatchResource(Batches batches, Caller caller, SubmissionConfig config) {
        this.batches = batches;
        this.caller = caller;
        this.reader = new BatchReader(config.batchRows());
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(value = Scope.SUBMIT, test = TestGuard.WITHIN)
    @Operation(
            operationId = "submitClips",
            summary = "Hand in many clips",
            description = "Each row is a clip as POST /v1/clips takes it, with an idempotencyKey of its own beside the"
                    + " clip's fields, or one that is derived from the request's key and the row. Rows are taken or"
                    + " refused one by one; the answer is 200 whatever became of them. Send the same batch again after"
                    + " a failure: what is stored stays, and the rest is taken. A CSV file names its columns in its"
                    + " first line: the clip's fields, at, local, zone, slot; tags and targets (platform or"
                    + " platform:account) with commas between them.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = ClipSubmission.class)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of each row",
            content = @Content(schema = @Schema(implementation = BatchResult.class)))
    @APIResponse(responseCode = "400", description = "It cannot be taken apart into rows, or a row has no key")
    @APIResponse(responseCode = "413", description = "The body is too large, or has too many rows")
    public Uni<BatchResult> submit(
            @Parameter(
                            description = "What the keys of rows are derived from that bring none",
                            schema = @Schema(minLength = 1, maxLength = SubmissionKey.LONGEST))
                    @HeaderParam(SubmissionKey.HEADER)
                    String key,
            @HeaderParam("Content-Type") @Parameter(hidden = true) MediaType type,
            String body)
            throws JsonProcessingException {
        return submit(rows(type, body), Optional.ofNullable(key));
    }

    private List<BatchRow> rows(MediaType type, String body) throws JsonProcessingException {
        return switch (type.getType() + "/" + type.getSubtype()) {
            case NDJSON -> reader.lines(body);
            case CSV -> reader.csv(body);
            default -> reader.array(body);
        };
    }

    private Uni<BatchResult> submit(List<BatchRow> rows, Optional<String> requestKey) {
        Map<Integer, Submission> readable = new HashMap<>();
        List<Integer> order = new ArrayList<>();
        for (BatchRow row : rows) {
            if (row instanceof BatchRow.Readable clip) {
                order.add(row.row());
                readable.put(row.row(), submission(clip, requestKey));
            }
        }
        return batches.submit(order.stream().map(readable::get).toList()).map(answers -> {
            Map<Integer, Answer> byRow = new HashMap<>();
            IntStream.range(0, order.size()).forEach(index -> byRow.put(order.get(index), answers.get(index)));
            return BatchResult.of(rows.stream()
                    .map(row -> switch (row) {
                        case BatchRow.Readable clip ->
                            item(clip.row(), readable.get(clip.row()).key(), byRow.get(clip.row()));
                        case BatchRow.Unreadable not -> BatchResult.Item.rejected(not.row(), not.key(), not.problem());
                    })
                    .toList());
        });
    }

    private Submission submission(BatchRow.Readable row, Optional<String> requestKey) {
        String key = row.key()
                .map(own -> SubmissionKey.usable(Optional.of(own)))
                .orElseGet(() -> SubmissionKey.usable(requestKey) + "#" + row.row());
        return Submission.byHttp(caller.tenant(), caller.testing(), key, row.clip());
    }

    private static BatchResult.Item item(int row, String key, Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> BatchResult.Item.accepted(row, key, accepted.clip(), accepted.repeated());
            case Answer.Rejected rejected ->
                BatchResult.Item.rejected(row, Optional.of(key), BatchRow.inRow(row, rejected.problem()));
            case Answer.InFlight inFlight ->
                BatchResult.Item.rejected(row, Optional.of(key), SubmissionProblems.inFlight());
        };
    }
}
