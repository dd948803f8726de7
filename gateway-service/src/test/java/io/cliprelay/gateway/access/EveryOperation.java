package io.cliprelay.gateway.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static io.cliprelay.gateway.access.Scope.ACCOUNTS;
import static io.cliprelay.gateway.access.Scope.ADMIN;
import static io.cliprelay.gateway.access.Scope.READ;
import static io.cliprelay.gateway.access.Scope.SUBMIT;

/** Who may do what, said once more beside the code: each operation of the API by its id. */
final class EveryOperation {

    private static final String SLOTS = "[{\"days\":[\"TUESDAY\"],\"time\":\"18:00\",\"zone\":\"Europe/Berlin\"}]";

    /** What looks itself at what a test-mode key may do; all else that changes anything is refused to one. */
    static final Set<String> LOOKS_ITSELF = Set.of("submitClip", "submitClips");

    static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("submitClip", with("{}", SUBMIT)),
            Map.entry("submitClips", with("[{}]", SUBMIT)),
            Map.entry("listClips", by(READ)),
            Map.entry("getClip", by(READ)),
            Map.entry("watchClip", by(READ)),
            Map.entry("watchEvents", by(READ)),
            Map.entry("changeClip", with("{\"title\":\"Other\"}", SUBMIT)),
            Map.entry("cancelClip", by(SUBMIT)),
            Map.entry("pauseClip", by(SUBMIT)),
            Map.entry("resumeClip", by(SUBMIT)),
            Map.entry("getUpload", by(READ)),
            Map.entry("explainUpload", by(READ)),
            Map.entry("listAttempts", by(READ)),
            Map.entry("retryUpload", by(SUBMIT)),
            Map.entry("settleUpload", with("{\"published\":false}", SUBMIT)),
            Map.entry("listAccounts", by(READ, ACCOUNTS)),
            Map.entry("listPlatforms", by(READ, SUBMIT, ACCOUNTS)),
            Map.entry("summary", by(READ)),
            Map.entry("listQuotas", by(READ)),
            Map.entry("slots", by(READ)),
            Map.entry("putSlots", with(SLOTS, SUBMIT)),
            Map.entry("deleteSlots", by(SUBMIT)),
            Map.entry("slotsOfAccount", by(READ)),
            Map.entry("putSlotsOfAccount", with(SLOTS, SUBMIT)),
            Map.entry("deleteSlotsOfAccount", by(SUBMIT)),
            Map.entry("platforms", by(READ)),
            Map.entry("history", by(READ)),
            Map.entry("errors", by(READ)),
            Map.entry("lateness", by(READ)),
            Map.entry("content", by(READ)),
            Map.entry("beginRebuild", by(ADMIN)),
            Map.entry("latestRebuild", by(ADMIN)),
            Map.entry("getIdempotencyKey", by(READ, SUBMIT)),
            Map.entry("createKey", with("{\"name\":\"walker\",\"scopes\":[\"read\"]}", ADMIN)),
            Map.entry("listKeys", by(ADMIN)),
            Map.entry("revokeKey", by(ADMIN)),
            Map.entry("createWebhook", with("{\"url\":\"https://hooks.example.org/\"}", ADMIN)),
            Map.entry("listWebhooks", by(ADMIN)),
            Map.entry("getWebhook", by(ADMIN)),
            Map.entry("changeWebhook", with("{}", ADMIN)),
            Map.entry("deleteWebhook", by(ADMIN)),
            Map.entry("rotateWebhookSecret", by(ADMIN)),
            Map.entry("testWebhook", by(ADMIN)),
            Map.entry("listWebhookDeliveries", by(ADMIN)),
            Map.entry("listDeadLetters", by(ADMIN)),
            Map.entry("getDeadLetter", by(ADMIN)),
            Map.entry("replayDeadLetter", by(ADMIN)),
            Map.entry("replayWebhook", with("{\"eventId\":\"msg_1\"}", ADMIN)));

    private EveryOperation() {}

    /**
     * What an operation asks of its callers.
     *
     * @param scopes one of them suffices
     * @param body what is sent; absent where nothing is
     */
    record Rule(Set<Scope> scopes, Optional<String> body) {}

    private static Rule by(Scope... scopes) {
        return new Rule(Set.of(scopes), Optional.empty());
    }

    private static Rule with(String body, Scope... scopes) {
        return new Rule(Set.of(scopes), Optional.of(body));
    }
}
