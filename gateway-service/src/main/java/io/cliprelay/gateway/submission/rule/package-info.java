/** What a submission must keep to: plain functions over data. */
package io.cliprelay.gateway.submission.rule;
