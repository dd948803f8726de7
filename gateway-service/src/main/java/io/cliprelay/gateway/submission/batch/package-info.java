/** Many clips in one body: how they are read, and what each is answered. */
package io.cliprelay.gateway.submission.batch;
