/** The accounts of each platform, whoever keeps them. */
package io.cliprelay.sandbox.account;
