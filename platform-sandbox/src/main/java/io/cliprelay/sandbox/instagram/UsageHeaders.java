package io.cliprelay.sandbox.instagram;

import io.cliprelay.sandbox.http.Answer;

/** What every answer says of the calls that are left: none is used here, ever. */
final class UsageHeaders {

    private UsageHeaders() {}

    static Answer on(Answer answer, GraphRequest request) {
        return answer.with("X-App-Usage", "{\"call_count\":1,\"total_time\":1,\"total_cputime\":1}")
                .with(
                        "X-Business-Use-Case-Usage",
                        "{\"" + request.node()
                                + "\":[{\"type\":\"instagram\",\"call_count\":1,\"total_cputime\":1,\"total_time\":1,"
                                + "\"estimated_time_to_regain_access\":0}]}");
    }
}
