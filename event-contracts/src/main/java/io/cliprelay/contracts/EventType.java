package io.cliprelay.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The CloudEvents type of a record, with its version: {@code io.cliprelay.upload.published.v1}. The record's JSON Schema
 * is the resource {@code schemas/<type>.json}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** The value of {@code ce_type}. */
    String value();
}
