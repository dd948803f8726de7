package io.cliprelay.cli.stack;

/** The names of the parts that others ask for by name. */
public final class StackPart {

    /** Kafka and PostgreSQL, in one process. */
    public static final String LOCAL_STACK = "local-stack";

    public static final String SANDBOX = "platform-sandbox";
    public static final String GATEWAY = "gateway-service";
    public static final String SCHEDULER = "scheduler-service";
    public static final String ANALYTICS = "analytics-service";

    /** The ports of the local stack, by what listens there. */
    static final String KAFKA = "kafka";

    static final String POSTGRES = "postgres";

    private StackPart() {}
}
