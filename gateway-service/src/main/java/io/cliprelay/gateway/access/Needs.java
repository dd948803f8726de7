package io.cliprelay.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call an endpoint. One that does not say is closed to everybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

    /** One of these scopes suffices. */
    Scope[] value();

    /** What keeps callers in test mode from a real platform; of no meaning where the endpoint only reads. */
    TestGuard test() default TestGuard.LIVE_ONLY;
}
