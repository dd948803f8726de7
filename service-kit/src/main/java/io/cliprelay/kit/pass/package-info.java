/** Work that is done in passes, whenever something may be there to do. */
package io.cliprelay.kit.pass;
