package io.cliprelay.sandbox.linkedin;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.fault.FaultAction;

/**
 * A call whose body has been read and whose caller is known.
 *
 * @param base of the sandbox's addresses, as the client reached it
 * @param urn the last segment of the path, decoded
 * @param body an empty object where none came
 * @param fault what the call has to act out itself
 */
record RestRequest(
        Member member,
        String base,
        String urn,
        Map<String, String> query,
        Optional<String> restliMethod,
        JsonNode body,
        Optional<FaultAction> fault) {}
