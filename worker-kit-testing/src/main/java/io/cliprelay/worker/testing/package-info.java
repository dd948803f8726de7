/** The suite that every platform's worker has to pass: one post of each upload, whatever crashes in between. */
package io.cliprelay.worker.testing;
