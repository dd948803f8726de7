/** What goes over the wire: the Graph API's JSON, as far as it is used. */
package io.cliprelay.instagram.wire;
