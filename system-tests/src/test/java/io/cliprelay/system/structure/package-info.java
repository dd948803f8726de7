/** The rules of structure that the build holds. */
package io.cliprelay.system.structure;
