/** What every emulated platform needs of HTTP: answers, small bodies, addresses. */
package io.cliprelay.sandbox.http;
