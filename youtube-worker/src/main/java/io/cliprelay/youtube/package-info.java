/** Publishes to YouTube: the Data API's version 3 with resumable uploads. */
package io.cliprelay.youtube;
