/** Scripted faults: rules that say which call goes wrong, and how. */
package io.cliprelay.sandbox.fault;
