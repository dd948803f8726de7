/** What the services' tests share: the real broker and database, topics to read and to write. */
package io.cliprelay.kit.testing;
