package io.cliprelay.sandbox.youtube;

import java.util.OptionalLong;

/** What a request that brings bytes must observe; plain decisions on numbers. */
final class ChunkRules {

    private ChunkRules() {}

    /**
     * Checks a request against what it says itself and what was declared at the session's start.
     *
     * @param length the request's Content-Length, empty if its body is chunked
     * @throws ApiRefusal for the first rule that is broken
     */
    static void check(ContentRange range, OptionalLong length, OptionalLong declared, boolean strictMultiples) {
        switch (range) {
            case ContentRange.Whole whole -> checkWhole(length, declared);
            case ContentRange.Part part -> {
                checkTotal(part.total(), declared);
                checkLength(part, length, declared);
                checkMultiple(part, strictMultiples);
            }
            case ContentRange.Query query -> checkQuery(query, length, declared);
        }
    }

    private static void checkWhole(OptionalLong length, OptionalLong declared) {
        if (length.isPresent() && length.getAsLong() == 0) {
            throw ApiRefusal.of("mediaBodyRequired");
        }
        checkTotal(length, declared);
    }

    private static void checkQuery(ContentRange.Query query, OptionalLong length, OptionalLong declared) {
        checkTotal(query.total(), declared);
        if (length.orElse(0) != 0) {
            throw ApiRefusal.of("badRequest", "A request for the upload's status must have no body.");
        }
    }

    private static void checkTotal(OptionalLong total, OptionalLong declared) {
        if (total.isPresent() && declared.isPresent() && total.getAsLong() != declared.getAsLong()) {
            throw ApiRefusal.of(
                    "badRequest",
                    "Invalid request.  The total size " + total.getAsLong() + " differs from the declared "
                            + declared.getAsLong() + ".");
        }
    }

    private static void checkLength(ContentRange.Part part, OptionalLong length, OptionalLong declared) {
        if (length.isPresent() && length.getAsLong() != part.length()) {
            throw ApiRefusal.of(
                    "badRequest",
                    "Invalid request.  The Content-Range names " + part.length() + " bytes, the request carries "
                            + length.getAsLong() + ".");
        }
        if (part.last() >= declared.orElse(Long.MAX_VALUE)) {
            throw ApiRefusal.of("badRequest", "Invalid request.  The Content-Range lies beyond the declared size.");
        }
    }

    /** The first sentence is the real server's; it only recommends the multiple. */
    private static void checkMultiple(ContentRange.Part part, boolean strictMultiples) {
        boolean tooSmall = part.length() < UploadSession.BLOCK;
        boolean odd = strictMultiples && part.length() % UploadSession.BLOCK != 0;
        if (!part.isFinal() && (tooSmall || odd)) {
            throw ApiRefusal.of(
                    "badRequest",
                    "Invalid request.  The number of bytes uploaded is required to be equal or greater than 262144, except"
                            + " for the final request (it's recommended to be the exact multiple of 262144).  The received"
                            + " request contained " + part.length() + " bytes, which does not meet this requirement.");
        }
    }
}
