/** What tells of a person, left out of logs and traces where that is wanted. */
package io.cliprelay.kit.privacy;
