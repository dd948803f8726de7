/** What a platform accepts and allows, as data, so that nobody but its worker knows it by name. */
package io.cliprelay.contracts.platform;
