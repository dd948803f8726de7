/** What is forgotten after its time. */
package io.cliprelay.kit.retention;
