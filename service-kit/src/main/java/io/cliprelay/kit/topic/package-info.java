/** The topics exist before anyone uses them. */
package io.cliprelay.kit.topic;
