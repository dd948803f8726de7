package io.cliprelay.sandbox.fault;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.sandbox.http.Answer;

/** What a platform tells about itself, so that rules can be checked against it. One bean a platform. */
public interface EmulatedPlatform {

    /** The platform's id, as in {@code youtube}. */
    String id();

    /** Operations that faults can hit, by name. */
    Map<String, Set<Trait>> operations();

    /** The platform's own answer for one of its error reasons; empty if it knows no such reason. */
    Optional<Answer> refusal(String reason);

    /** Names that {@link #refusal} knows. */
    Set<String> refusals();

    /** Reasons with which processing may fail. */
    Set<String> failureReasons();

    /** Reasons for which a finished video may be rejected. */
    Set<String> rejectionReasons();
}
