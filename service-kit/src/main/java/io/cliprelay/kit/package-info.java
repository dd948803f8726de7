/** What every service shares on the framework. */
package io.cliprelay.kit;
