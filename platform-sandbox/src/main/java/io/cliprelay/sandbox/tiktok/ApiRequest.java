package io.cliprelay.sandbox.tiktok;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.fault.FaultAction;

/**
 * A call whose body has been read.
 *
 * @param authorization the header's value; null if absent
 * @param base of the sandbox's addresses, as the client reached it
 * @param body an empty object where none came
 * @param fault what the call has to act out itself
 */
record ApiRequest(
        String authorization, String base, Map<String, String> query, JsonNode body, Optional<FaultAction> fault) {

    /** Without the token. */
    @Override
    public String toString() {
        return "ApiRequest[" + query + "]";
    }
}
