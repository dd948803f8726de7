/** The authorisation server: clients, accounts, tokens. */
package io.cliprelay.sandbox.oauth;
