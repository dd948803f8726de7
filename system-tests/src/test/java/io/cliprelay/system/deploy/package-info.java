/** What is under {@code deploy/} fits what the services declare; no container engine needed. */
package io.cliprelay.system.deploy;
