/** How each platform behaves right now, and how that is changed. */
package io.cliprelay.sandbox.settings;
