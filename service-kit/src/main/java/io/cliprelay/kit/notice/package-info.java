/** What processes tell each other through the database. */
package io.cliprelay.kit.notice;
