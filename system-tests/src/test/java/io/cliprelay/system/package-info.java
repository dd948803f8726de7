/** The packaged services as processes: what users get, and what crashes do to it. */
package io.cliprelay.system;
