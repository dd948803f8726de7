/** What the services say to each other: events and commands, their envelope, their topics. Free of any framework. */
package io.cliprelay.contracts;
