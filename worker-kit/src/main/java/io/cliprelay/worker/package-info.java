/** What every worker is, less its platform. */
package io.cliprelay.worker;
