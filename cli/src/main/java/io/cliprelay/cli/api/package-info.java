/** The gateway's HTTP API, as a client sees it. */
package io.cliprelay.cli.api;
